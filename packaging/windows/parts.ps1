# What the packages of all systems have in common, for PowerShell; packaging/parts.sh says the same to shells.
# To be dot-sourced by scripts that set $Root.

function Get-PomVersion {
    $line = Select-String -Path "$Root\pom.xml" -Pattern '^  <version>(.*)</version>$' | Select-Object -First 1
    return $line.Matches[0].Groups[1].Value
}

# Three numbers: an .msi has nothing else.
function Get-NumberVersion {
    return (Get-PomVersion) -replace '-.*$', ''
}

# The program must call itself what its package is called.
function Test-Version {
    $source = "$Root\node-core\src\main\java\io\timecoin\node\runtime\NodeVersion.java"
    $says = (Select-String -Path $source -Pattern 'String CURRENT = "(.*)";').Matches[0].Groups[1].Value
    $pom = (Get-PomVersion) -replace '-SNAPSHOT$', ''
    if ($says -ne $pom) {
        throw "NodeVersion says $says, the pom $pom"
    }
}

function Get-Modules {
    $names = Get-Content "$Root\packaging\modules\app.txt" | ForEach-Object {
        if ($_ -cmatch '^([a-z][a-z.]*)') { $Matches[1] }
    }
    return $names -join ','
}

function Get-MainClass([string] $Launcher) {
    return Get-Content "$Root\packaging\launchers\$Launcher" -TotalCount 1
}

function Get-MainJar([string] $Launcher) {
    if ($Launcher -eq 'timekeeper-window') {
        return 'timekeeper-app.jar'
    }
    return 'timekeeper-node-core.jar'
}

function Get-LauncherOptions([string] $Launcher) {
    Get-Content "$Root\packaging\launchers\common.options"
    Get-Content "$Root\packaging\launchers\app.options"
    Get-Content "$Root\packaging\launchers\$Launcher" | Select-Object -Skip 1
}

# A JDK 25: where JAVA_HOME or JAVA25_HOME say, or where installers put it.
function Find-Jdk {
    $candidates = @($env:JAVA_HOME, $env:JAVA25_HOME)
    foreach ($folder in 'Eclipse Adoptium', 'Java', 'Amazon Corretto', 'Microsoft', 'Zulu') {
        $candidates += Get-ChildItem -Path "$env:ProgramFiles\$folder" -Directory -ErrorAction SilentlyContinue |
            ForEach-Object { $_.FullName }
    }
    foreach ($candidate in $candidates) {
        if ($candidate -and (Test-Path "$candidate\bin\jpackage.exe") -and (Test-Path "$candidate\release")) {
            if (Select-String -Path "$candidate\release" -Pattern '^JAVA_VERSION="25[."-]' -Quiet) {
                return $candidate
            }
        }
    }
    throw 'no JDK 25 found (looked at JAVA_HOME, JAVA25_HOME and in Program Files): winget install EclipseAdoptium.Temurin.25.JDK'
}
