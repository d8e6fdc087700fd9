<#
.SYNOPSIS
Makes what a person without Maven installs on Windows: an .msi for one person (no administrator), and the image in an archive.
.DESCRIPTION
packaging\windows\package.ps1 [-Kind msi|app-image|all-for-this-os] [-Out DIR] [-Offline]
Needs a JDK 25, Maven and, for the .msi, WiX (3.14, or 4 and later with its extensions Util and UI) on the PATH.
Prints the files it made; signs them only if the environment says with what (sign.ps1), and says loudly if not.
Not yet run on Windows.
#>
param(
    [ValidateSet('msi', 'app-image', 'all-for-this-os')]
    [string] $Kind = 'all-for-this-os',
    [string] $Out = '',
    [switch] $Offline
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Here = $PSScriptRoot
$Root = (Resolve-Path "$Here\..\..").Path
$Work = "$Root\target\package\windows"

# By this Windows knows that a later version replaces an earlier one. Never change it.
$UpgradeUuid = 'F16910BA-21AE-46DC-8380-60B73C879F21'

. "$Here\parts.ps1"
. "$Here\sign.ps1"

function Write-Step([string] $Text) {
    Write-Host "package: $Text"
}

# Runs a program; its failure is ours.
function Invoke-Tool([string] $Program, [string[]] $Arguments, [string] $Log) {
    # what a program writes to stderr is no failure by itself
    $ErrorActionPreference = 'Continue'
    & $Program @Arguments 2>&1 | Out-File -FilePath $Log -Encoding utf8
    if ($LASTEXITCODE -ne 0) {
        Get-Content $Log | Out-Host
        throw "$Program ended with $LASTEXITCODE; its output is above and in $Log"
    }
}

function New-Folder([string] $Path) {
    New-Item -ItemType Directory -Force -Path $Path | Out-Null
}

function Expand-Jar([string] $Jar, [string] $To) {
    Remove-Item -Recurse -Force $To -ErrorAction SilentlyContinue
    New-Folder $To
    Push-Location $To
    Invoke-Tool "$Jdk\bin\jar.exe" @('--extract', '--file', $Jar) "$Work\jar.log"
    Pop-Location
}

function Invoke-Build {
    if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
        throw 'Maven is missing from the PATH'
    }
    Write-Step 'building the jars'
    Remove-Item -Recurse -Force "$Root\app\target\package-lib" -ErrorAction SilentlyContinue
    $env:JAVA25_HOME = $Jdk
    $options = @('-B', '-ntp', '-q', '-f', "$Root\pom.xml", '-DskipTests')
    if ($Offline) {
        $options += '-o'
    }
    $options += @('package', 'dependency:copy-dependencies', '-DincludeScope=runtime',
        '-DexcludeGroupIds=io.timecoin', '-DoutputDirectory=target/package-lib')
    Invoke-Tool 'mvn' $options "$Work\maven.log"
}

# Jars go to jars, JavaFX's to javafx, native libraries out of them to native: in jars they would be unpacked at every start.
function Copy-Jars {
    'jars', 'javafx', 'native' | ForEach-Object { New-Folder "$Work\$_" }
    $version = Get-PomVersion
    Copy-Item "$Root\node-core\target\timekeeper-node-core-$version.jar" "$Work\jars\timekeeper-node-core.jar"
    Copy-Item "$Root\app\target\timekeeper-app-$version.jar" "$Work\jars\timekeeper-app.jar"
    foreach ($jar in Get-ChildItem "$Root\app\target\package-lib\*.jar") {
        switch -Wildcard ($jar.Name) {
            'javafx-*-win.jar' { Copy-Item $jar.FullName "$Work\javafx"; break }
            'javafx-*' { break } # empty; the one with the platform's name has it all
            'rocksdbjni-*' { Split-Natives $jar; break }
            'conscrypt-*' { Split-Natives $jar; break }
            'AmazonCorretto*' { Split-Natives $jar; break } # has no library for Windows: Conscrypt checks signatures there
            default { Copy-Item $jar.FullName "$Work\jars" }
        }
    }
    $found = @(Get-ChildItem "$Work\native\*.dll").Count
    if ($found -ne 2) {
        throw "$found native libraries in $Work\native, and there should be 2"
    }
}

# The jar without any native library, and those of this system beside it.
function Split-Natives($Jar) {
    $unpacked = "$Work\unpacked"
    Expand-Jar $Jar.FullName $unpacked
    foreach ($library in Get-ChildItem -Recurse -File $unpacked) {
        if ($library.Name -in 'librocksdbjni-win64.dll', 'conscrypt_openjdk_jni-windows-x86_64.dll') {
            # System.loadLibrary puts no "lib" before a name here
            Copy-Item $library.FullName ("$Work\native\" + ($library.Name -replace '^lib', ''))
        }
        if ($library.Extension -in '.so', '.dll', '.jnilib', '.dylib') {
            Remove-Item $library.FullName
        }
    }
    Invoke-Tool "$Jdk\bin\jar.exe" @('--create', '--file', "$Work\jars\$($Jar.Name)",
        '--manifest', "$unpacked\META-INF\MANIFEST.MF", '-C', $unpacked, '.') "$Work\jar.log"
}

# JavaFX as jmods, so that its libraries land in the runtime.
function New-Runtime {
    New-Folder "$Work\jmods"
    foreach ($jar in Get-ChildItem "$Work\javafx\*.jar") {
        $name = ($jar.BaseName -replace '-[0-9].*$', '') -replace '-', '.'
        Expand-Jar $jar.FullName "$Work\unpacked"
        New-Folder "$Work\libs"
        Get-ChildItem "$Work\unpacked\*.dll" | Move-Item -Destination "$Work\libs" -Force
        Invoke-Tool "$Jdk\bin\jmod.exe" @('create', '--class-path', "$Work\unpacked", '--libs', "$Work\libs",
            "$Work\jmods\$name.jmod") "$Work\jmod.log"
        Remove-Item -Recurse -Force "$Work\libs"
    }
    Invoke-Tool "$Jdk\bin\jlink.exe" @('--module-path', "$Work\jmods", '--add-modules', (Get-Modules),
        '--include-locales=en,de', '--compress', 'zip-0', '--no-header-files', '--no-man-pages',
        '--output', "$Work\runtime") "$Work\jlink.log"
    Remove-Item -Force "$Work\runtime\bin\keytool.exe", "$Work\runtime\bin\jwebserver.exe" -ErrorAction SilentlyContinue
    Copy-Item "$Work\native\*.dll" "$Work\runtime\bin"
}

# Java reads a file of properties: a backslash begins an escape there.
function New-LauncherFile([string] $Launcher) {
    $options = (Get-LauncherOptions $Launcher) -join ' '
    $lines = @("main-jar=$(Get-MainJar $Launcher)", "main-class=$(Get-MainClass $Launcher)",
        "java-options=$options", 'win-console=true', 'win-menu=false', 'win-shortcut=false')
    Set-Content -Path "$Work\$Launcher.properties" -Value $lines -Encoding Ascii
    return "$Work\$Launcher.properties"
}

function New-Image {
    $options = @('--type', 'app-image', '--name', 'Timekeeper', '--dest', "$Work\image", '--input', "$Work\jars",
        '--main-jar', (Get-MainJar 'timekeeper-window'), '--main-class', (Get-MainClass 'timekeeper-window'),
        '--runtime-image', "$Work\runtime", '--icon', "$Root\icons\timekeeper.ico",
        '--app-version', (Get-NumberVersion), '--vendor', 'The Timekeeper contributors',
        '--description', 'Timekeeper: wallet and masternode', '--copyright', 'The Timekeeper contributors, MIT license')
    foreach ($option in Get-LauncherOptions 'timekeeper-window') {
        $options += @('--java-options', $option)
    }
    foreach ($launcher in 'timekeeper-run', 'timekeeper-command') {
        $options += @('--add-launcher', "$launcher=$(New-LauncherFile $launcher)")
    }
    Invoke-Tool "$Jdk\bin\jpackage.exe" $options "$Work\jpackage-image.log"
}

# --- What jpackage leaves to do
function Complete-Image {
    New-Folder "$Image\bin"
    Copy-Item "$Here\timekeeper.cmd" "$Image\bin"
    foreach ($cfg in Get-ChildItem "$Image\app\*.cfg") {
        Set-ClassPath $cfg.FullName
    }
    Invoke-Training
    if (Test-CanSign) {
        # jpackage leaves its launchers read-only
        $launchers = @(Get-ChildItem "$Image\*.exe" | ForEach-Object { $_.IsReadOnly = $false; $_.FullName })
        Invoke-Sign $launchers
    }
}

# One order of jars for all launchers: a cache of classes fits one class path only.
function Set-ClassPath([string] $Cfg) {
    $jars = Get-ChildItem "$Image\app\*.jar" | Sort-Object Name | ForEach-Object { 'app.classpath=$APPDIR\' + $_.Name }
    $rest = Get-Content $Cfg | Where-Object { $_ -notmatch '^\[Application\]|^app\.classpath=|-Djpackage\.app-version' }
    Write-Cfg $Cfg (@('[Application]') + $jars + $rest)
}

# UTF-8 without a mark at its beginning, which the launcher would take for a part of the first line.
function Write-Cfg([string] $Cfg, [string[]] $Lines) {
    (Get-Item $Cfg).IsReadOnly = $false
    [System.IO.File]::WriteAllLines($Cfg, $Lines, (New-Object System.Text.UTF8Encoding $false))
}

# Records the classes that a walk through the first start loads. Without the cache all works, more slowly.
function Invoke-Training {
    Write-Step 'recording the classes that it loads'
    $app = "$Image\app"
    $cfg = Get-Content "$app\Timekeeper.cfg"
    $java = @($cfg | Where-Object { $_ -match '^java-options=' } | ForEach-Object { ($_ -replace '^java-options=', '').Replace('$APPDIR', $app) })
    $path = @($cfg | Where-Object { $_ -match '^app\.classpath=' } | ForEach-Object { ($_ -replace '^app\.classpath=', '').Replace('$APPDIR', $app) })
    $data = "$Work\training"
    $java += @("-XX:AOTCacheOutput=$app\classes.aot", '-Dglass.platform=Headless', '-Dprism.order=sw',
        '-cp', ($path -join ';'), (Get-MainClass 'timekeeper-window'), '--screenshot-dir', "$data\pictures", '--data-dir', "$data\data")
    Invoke-Tool "$Image\runtime\bin\java.exe" $java "$Work\training.log"
    Remove-Item -Recurse -Force $data, "$app\classes.aot.config" -ErrorAction SilentlyContinue
    if (-not (Test-Path "$app\classes.aot")) {
        throw "no cache of classes was made; see $Work\training.log"
    }
    foreach ($file in Get-ChildItem "$app\*.cfg") {
        Write-Cfg $file.FullName (@(Get-Content $file.FullName) + 'java-options=-XX:AOTCache=$APPDIR\classes.aot')
    }
}

# --- Kinds
function New-Msi([string] $To) {
    # the archive was made already; jpackage reads the image and our part of the installer (resources)
    $made = "$Work\msi"
    $options = @('--type', 'msi', '--app-image', $Image, '--name', 'Timekeeper', '--dest', $made,
        '--app-version', (Get-NumberVersion), '--vendor', 'The Timekeeper contributors',
        # below the person's Local folder, but not the "timekeeper" there: that is where nodes have their data
        '--install-dir', 'Programs\Timekeeper',
        '--win-upgrade-uuid', $UpgradeUuid, '--win-per-user-install', '--win-menu', '--win-menu-group', 'Timekeeper',
        '--win-shortcut', '--resource-dir', "$Here\resources", '--temp', "$Work\wix", '--verbose')
    Invoke-Tool "$Jdk\bin\jpackage.exe" $options "$Work\jpackage-msi.log"
    Move-Item -Force (Get-Item "$made\*.msi").FullName $To
    if (Test-CanSign) {
        Invoke-Sign @($To)
    }
}

function Test-Wix {
    if (-not ((Get-Command -Name @("wix.exe", "candle.exe") -ErrorAction SilentlyContinue) -or $env:WIX)) {
        throw 'WiX is missing, which jpackage needs for an .msi: see packaging/README.md'
    }
}

function Invoke-Main {
    if ([System.Environment]::OSVersion.Platform -ne 'Win32NT') {
        throw 'an .msi is made on Windows only'
    }
    if ($Kind -ne 'app-image') {
        Test-Wix
    }
    Test-Version
    Remove-Item -Recurse -Force $Work -ErrorAction SilentlyContinue
    New-Folder $Work
    New-Folder $Out
    Invoke-Build
    Copy-Jars
    Write-Step 'the runtime and image'
    New-Runtime
    New-Image
    Complete-Image
    $name = "$Out\Timekeeper-$(Get-PomVersion)-windows-x64"
    if ($Kind -ne 'msi') {
        Compress-Archive -Path $Image -DestinationPath "$name.zip" -Force
        Write-Output "$name.zip"
    }
    if ($Kind -ne 'app-image') {
        New-Msi "$name.msi"
        Write-Output "$name.msi"
    }
    if (-not (Test-CanSign)) {
        Write-NotSigned
    }
}

if (-not $Out) {
    $Out = "$Root\target\packages"
}
$Image = "$Work\image\Timekeeper"
$Jdk = Find-Jdk
Invoke-Main
