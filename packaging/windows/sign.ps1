# Signs a file with signtool, if the environment says with what; says loudly if not. To be dot-sourced.
#   TIMEKEEPER_SIGN_THUMBPRINT    of a certificate in the user's store, or
#   TIMEKEEPER_SIGN_PFX           a file with it, and TIMEKEEPER_SIGN_PFX_PASSWORD
#   TIMEKEEPER_SIGN_TIMESTAMP     the address of a timestamp server (RFC 3161); needed with either

function Test-CanSign {
    return [bool] ($env:TIMEKEEPER_SIGN_THUMBPRINT -or $env:TIMEKEEPER_SIGN_PFX)
}

function Write-NotSigned {
    Write-Warning '********************************************************************************'
    Write-Warning 'NOT SIGNED: neither TIMEKEEPER_SIGN_THUMBPRINT nor TIMEKEEPER_SIGN_PFX is set.'
    Write-Warning 'Windows warns of an unknown publisher before it installs this package.'
    Write-Warning '********************************************************************************'
}

# The newest one of the Windows SDK, unless one is on the PATH.
function Find-SignTool {
    $onPath = Get-Command signtool.exe -ErrorAction SilentlyContinue
    if ($onPath) {
        return $onPath.Source
    }
    $found = Get-ChildItem -Path "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" -ErrorAction SilentlyContinue |
        Sort-Object -Property FullName | Select-Object -Last 1
    if (-not $found) {
        throw 'signtool.exe is missing: it comes with the Windows SDK'
    }
    return $found.FullName
}

function Invoke-Sign([string[]] $Files) {
    if (-not $env:TIMEKEEPER_SIGN_TIMESTAMP) {
        throw 'TIMEKEEPER_SIGN_TIMESTAMP is not set: without it the signature ends with its certificate'
    }
    $tool = Find-SignTool
    $options = @('sign', '/fd', 'SHA256', '/td', 'SHA256', '/tr', $env:TIMEKEEPER_SIGN_TIMESTAMP, '/d', 'Timekeeper')
    if ($env:TIMEKEEPER_SIGN_THUMBPRINT) {
        $options += @('/sha1', $env:TIMEKEEPER_SIGN_THUMBPRINT)
    }
    else {
        $options += @('/f', $env:TIMEKEEPER_SIGN_PFX, '/p', $env:TIMEKEEPER_SIGN_PFX_PASSWORD)
    }
    & $tool @options @Files | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "signtool ended with $LASTEXITCODE"
    }
    & $tool verify /pa @Files | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw 'the signature just made does not verify'
    }
}
