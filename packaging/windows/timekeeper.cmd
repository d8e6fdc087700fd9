@echo off
rem Timekeeper in the terminal, as installed.
rem   timekeeper              the app
rem   timekeeper COMMAND ...  a command of the node; "timekeeper --help" lists them
setlocal
set "HOME_OF_IT=%~dp0.."
set "FIRST=%~1"
if "%FIRST%"=="" goto window
for %%o in (--measure --demo --data-dir --theme --screenshot-dir) do if "%FIRST%"=="%%o" goto window
if "%FIRST%"=="app" goto app
if /i "%FIRST:~0,9%"=="timecoin:" goto window
for %%c in (node demo devnet soak chaos sim sim-scale bench) do if "%FIRST%"=="%%c" goto run
"%HOME_OF_IT%\timekeeper-command.exe" %*
exit /b %ERRORLEVEL%

:run
"%HOME_OF_IT%\timekeeper-run.exe" %*
exit /b %ERRORLEVEL%

:app
for /f "tokens=1,*" %%a in ("%*") do start "" "%HOME_OF_IT%\Timekeeper.exe" %%b
exit /b 0

:window
start "" "%HOME_OF_IT%\Timekeeper.exe" %*
exit /b 0
