@echo off
rem Runs Tandem. In a source folder it builds it first when it is not built or older than the sources.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

set "JAVA_FOUND="
set "NUMBER="
call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
call :try "%HERE%\runtime"
for %%J in (java.exe) do if not defined JAVA_FOUND if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%V in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
  if not defined JAVA_FOUND if exist "%%~V\" for /d %%D in ("%%~V\*") do call :try "%%~D"
)
if not defined JAVA_FOUND (
  >&2 echo tandem: Tandem needs Java 25 or later and found none on the PATH, in JAVA_HOME or in the usual places.
  >&2 echo tandem: Next step: install a JDK 25, for instance from https://adoptium.net, or set JAVA_HOME to the folder of one.
  exit /b 2
)

set "APP=%HERE%"
if exist "%APP%\lib\tandem.jar" goto run
set "APP=%HERE%\distribution\target\tandem"
if not exist "%APP%\lib\tandem.jar" (
  >&2 echo tandem: Tandem is not built yet, building it with Maven ^(a minute or two^)...
  goto build
)
rem The folders are handed over in variables: a path may have an apostrophe in it.
powershell -NoProfile -Command "$t=(Get-Item -LiteralPath ($env:APP + '\lib\tandem.jar')).LastWriteTimeUtc; if (Get-ChildItem -Recurse -File -LiteralPath ($env:HERE + '\core'),($env:HERE + '\stores'),($env:HERE + '\app'),($env:HERE + '\faces'),($env:HERE + '\windows'),($env:HERE + '\distribution'),($env:HERE + '\testkit'),($env:HERE + '\tools'),($env:HERE + '\pom.xml') | Where-Object { $_.LastWriteTimeUtc -gt $t -and $_.FullName -notmatch '\\target\\' -and ($_.FullName -match '\\src\\main\\' -or $_.FullName -match '\\tools\\[^\\]+\.java$' -or $_.Name -eq 'pom.xml') } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run
>&2 echo tandem: the sources have changed, building it with Maven ^(a minute or two^)...

:build
where mvn >nul 2>nul
if errorlevel 1 (
  >&2 echo tandem: Maven is needed for that and is not on the PATH. Next step: install it from https://maven.apache.org.
  exit /b 2
)
pushd "%HERE%"
call mvn -q -B -Dmaven.test.skip=true -Dformat.skip=true package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if exist "%APP%\tandem.jsa" del "%APP%\tandem.jsa"
if not "%BUILT%"=="0" (
  >&2 echo tandem: the build failed. Next step: see the message above; "mvn -Dmaven.test.skip=true package" in %HERE% shows all of it.
  exit /b 2
)

:run
rem What the build has recorded holds for the very Java that recorded it; another one makes an archive of classes for itself.
set "OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED -Djava.net.useSystemProxies=true"
rem Without the library beside the jars each start would unpack it from its jar.
set "NATIVE="
if exist "%APP%\native\" set NATIVE="-Dorg.sqlite.lib.path=%APP%\native"
fc /b "%JAVA_FOUND%\release" "%APP%\tandem.release" >nul 2>nul
if errorlevel 1 goto other
if not exist "%APP%\tandem.aot" goto other
rem Packaging has written down how it is read.
set "START="
if exist "%APP%\tandem.start" set START="@%APP%\tandem.start"
"%JAVA_FOUND%\bin\java.exe" %OPTIONS% %NATIVE% -XX:AOTMode=auto "-XX:AOTCache=%APP%\tandem.aot" %START% %TANDEM_JAVA_OPTIONS% -jar "%APP%\lib\tandem.jar" %*
exit /b %ERRORLEVEL%

:other
"%JAVA_FOUND%\bin\java.exe" %OPTIONS% %NATIVE% -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%APP%\tandem.jsa" %TANDEM_JAVA_OPTIONS% -jar "%APP%\lib\tandem.jar" %*
exit /b %ERRORLEVEL%

rem Takes the folder if it holds a Java 25 or later: its file "release" says JAVA_VERSION="25.0.1".
:try
if defined JAVA_FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%A in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set NUMBER=%%A
if not defined NUMBER exit /b 0
set NUMBER=%NUMBER:"=%
if %NUMBER% GEQ 25 set "JAVA_FOUND=%~1"
set "NUMBER="
exit /b 0
