# What the tour needs beside the module: a small image where the engine is somebody else's, a free port, patience.

$TourImage = 'dockerps-demo:1'

function Wait-Until([scriptblock] $Condition) {
    for ($i = 0; $i -lt 100; $i++) {
        if (& $Condition) { return }
        [Threading.Thread]::Sleep(50)
    }
}

# True when a web server answers there: a published port takes connections before the server behind it does.
function Test-Port([string] $Address, [int] $Port) {
    $client = New-Object System.Net.Sockets.TcpClient
    try {
        $client.Connect($Address, $Port)
        $client.ReceiveTimeout = 1000
        $stream = $client.GetStream()
        $request = [Text.Encoding]::ASCII.GetBytes("HEAD / HTTP/1.0`r`n`r`n")
        $stream.Write($request, 0, $request.Length)
        $stream.ReadByte() -ge 0
    }
    catch { $false }
    finally { $client.Dispose() }
}

function Get-FreePort([int] $Wanted) {
    foreach ($port in $Wanted, 0) {
        $listener = New-Object System.Net.Sockets.TcpListener ([Net.IPAddress]::Any), $port
        try {
            $listener.Start()
            return $listener.LocalEndpoint.Port
        }
        catch { continue }
        finally { $listener.Stop() }
    }
}

# Where published ports are reached: the engine's machine, which is this one unless DOCKER_HOST names another.
function Get-EngineAddress {
    if ($env:DOCKER_HOST -match '^(tcp|ssh)://') { ([uri] $env:DOCKER_HOST).Host } else { '127.0.0.1' }
}

# A connection to the engine, for the two requests that the module has no cmdlet for yet. None for ssh and TLS.
function Connect-Engine {
    $endpoint = [uri] $env:DOCKER_HOST
    if ($endpoint.Scheme -eq 'unix') {
        $socket = New-Object System.Net.Sockets.Socket 'Unix', 'Stream', 'Unspecified'
        $socket.Connect((New-Object System.Net.Sockets.UnixDomainSocketEndPoint $endpoint.AbsolutePath))
        New-Object System.Net.Sockets.NetworkStream $socket, $true
    }
    elseif ($endpoint.Scheme -in 'tcp', 'http' -and -not $env:DOCKER_TLS_VERIFY) {
        $socket = New-Object System.Net.Sockets.Socket 'InterNetwork', 'Stream', 'Tcp'
        $socket.Connect($endpoint.Host, $endpoint.Port)
        New-Object System.Net.Sockets.NetworkStream $socket, $true
    }
}

# One request in HTTP/1.0, whose answer ends with the connection.
function Invoke-EngineRequest([string] $Method, [string] $Path, [byte[]] $Body = @()) {
    $stream = Connect-Engine
    try {
        $head = [Text.Encoding]::ASCII.GetBytes("$Method $Path HTTP/1.0`r`nContent-Type: application/x-tar`r`nContent-Length: $($Body.Length)`r`n`r`n")
        $stream.Write($head, 0, $head.Length)
        $stream.Write($Body, 0, $Body.Length)
        $answer = (New-Object IO.StreamReader $stream).ReadToEnd()
        if ($answer -notmatch '^HTTP/1\.\d 2') { throw "The engine refused $Method ${Path}: $answer" }
    }
    finally { $stream.Dispose() }
}

# Debian's static busybox: the machine's, or one taken out of its package.
function Find-Busybox([string] $Folder) {
    $own = '/bin/busybox'
    if ((Test-Path $own) -and [Text.Encoding]::ASCII.GetString([IO.File]::ReadAllBytes($own)) -notmatch '/ld-(linux|musl)') { return $own }
    if (-not (Test-Path /usr/bin/apt-get)) { return }
    & sh -c "cd '$Folder' && apt-get -qq download busybox-static && dpkg-deb -x busybox-static_*.deb package" | Out-Null
    Get-ChildItem "$Folder/package" -Recurse -Filter busybox -File | Select-Object -First 1 | ForEach-Object FullName
}

# The name of an image with a web page in it, made here.
function Install-TourImage {
    $folder = Join-Path ([IO.Path]::GetTempPath()) "dockerps-$([guid]::NewGuid().ToString('n'))"
    [void] (New-Item -ItemType Directory -Force "$folder/root/bin", "$folder/root/www")
    try {
        $busybox = if (Test-Path /bin/sh) { Find-Busybox $folder }
        if (-not $busybox -or $env:DOCKER_HOST -match '^(ssh|npipe)' -or $env:DOCKER_TLS_VERIFY) {
            throw 'No image can be made for this engine here: the tour on an engine of yours wants a local socket or plain tcp, and a Debian.'
        }

        Copy-Item $busybox "$folder/root/bin/busybox"
        Set-Content "$folder/root/www/index.html" 'hello from a container'
        & sh -c "cd '$folder/root/bin' && chmod 755 busybox && for a in sh echo httpd; do ln -s busybox `$a; done && tar -C .. -cf ../../root.tar ." | Out-Host
        $name, $tag = $TourImage -split ':'
        Invoke-EngineRequest POST "/images/create?fromSrc=-&repo=$name&tag=$tag" -Body ([IO.File]::ReadAllBytes("$folder/root.tar"))
        $TourImage
    }
    finally { Remove-Item $folder -Recurse -Force }
}

# All that the tour made on somebody's engine.
function Clear-Tour([string] $Image) {
    Get-Container -All -Label dockerps.demo | Remove-Container -Force
    Invoke-EngineRequest DELETE "/images/${Image}?force=true"
}
