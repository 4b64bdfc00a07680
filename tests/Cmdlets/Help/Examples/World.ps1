# What the examples of the pages take for granted: containers, images, networks and volumes with the names that they use, contexts and files.
# ExampleWorld.cs runs this in a session on an engine that nothing else uses.

# One image stands for all servers. It serves a page, and has what examples look for in nginx's and postgres's own.
$Server = @'
mkdir -p /etc/nginx/conf.d /usr/share/nginx/html /var/log/nginx /var/lib/data /app
echo 'server { listen 80; }' > /etc/nginx/nginx.conf
echo 'GET / 200' > /var/log/nginx/access.log
echo something > /var/lib/data/file
echo 'postgres:x:70:70::/:/bin/sh' >> /etc/passwd
for program in /bin/nginx /bin/psql /app/reindex; do printf '#!/bin/sh\ncat > /dev/null\n' > $program; chmod 755 $program; done
'@
$Serve = "CMD [`"sh`", `"-c`", `"echo 'database system is ready to accept connections'; exec httpd -f -h /www`"]"

# The tags of each image.
$Tags = @{
    'base/server:1' = @(
        'nginx:latest', 'nginx:1.27', 'nginx:1.29', 'postgres:latest', 'postgres:17', 'web:latest', 'web:1.3', 'web:1.4', 'shop/web:1', 'shop/api:1'
        'registry.example.com:5000/shop/web:1.4'
        'registry.example.com/shop/web:1.1', 'registry.example.com/shop/web:1.2', 'registry.example.com/shop/web:1.3', 'registry.example.com/shop/web:1.4'
    )
    'base/worker:1' = @('worker:2')
    'busybox:test' = @('alpine:latest')
}

$Containers = @{
    web = @{ Image = 'nginx'; Label = 'app=web' }
    'web-1' = @{ Image = 'nginx' }
    db = @{ Image = 'postgres:17'; Env = 'POSTGRES_PASSWORD=secret' }
    build = @{ Image = 'web:1.4' }
    old = @{ Image = 'web:1.3' }
    new = @{ Image = 'web:1.4' }
    worker = @{ Image = 'worker:2'; Command = 'sleep', '3600' }
    'worker-1' = @{ Image = 'worker:2'; Command = 'sleep', '3600' }
    shop = @{ Image = 'shop/web:1'; Label = 'app=shop'; Command = 'sh', '-c', 'while sleep 0.2; do echo sold; done' }
    proxy = @{ Image = 'nginx'; Label = 'app=proxy', 'env=test' }
}

$Networks = @{
    front = @{}
    back = @{ Subnet = '172.30.0.0/16' }
    monitoring = @{}
    old = @{}
    'test-1' = @{ Label = 'stage=test' }
    shop = @{ Label = 'com.docker.compose.project=shop' }
}

$Volumes = @{ data = ''; 'db-data' = ''; 'web-data' = 'tier=data'; 'shop-data' = 'app=shop' }

# The ids of what was made, by names: what has another id now is not it.
$Made = @{}

function Install-Image {
    Start-Container -Image busybox:test -Name seed -StopSignal KILL -Command sh, -c, $Server | Wait-Container | Out-Null
    $Made['base/server:1'] = (ConvertTo-ContainerImage seed base/server:1 -Change $Serve).ImageId
    $Made['base/worker:1'] = (ConvertTo-ContainerImage seed base/worker:1 -Change 'CMD ["sleep", "1"]').ImageId
    $Made['busybox:test'] = (Get-ContainerImage busybox:test).ImageId
    Remove-Container seed
}

# Puts everything as it was, whatever an example did.
function Restore-World {
    if (@(Get-ContainerImage 'base/*:1').Count -lt 2) { Install-Image }
    $right = @(Get-Container | Where-Object { $Made[$_.Name] -eq $_.ContainerId -and "$($_.State) $($_.Networks)" -eq 'Running bridge' } | ForEach-Object ContainerId)
    Get-Container -All | Where-Object ContainerId -notin $right | Remove-Container -Force -Volumes
    Restore-Image
    Get-ContainerNetwork | Where-Object { $_.Name -notin 'bridge', 'host', 'none' -and $Made["net $($_.Name)"] -ne $_.NetworkId } | Remove-ContainerNetwork -Confirm:$false
    $here = @(Get-ContainerNetwork).Name
    foreach ($name in @($Networks.Keys | Where-Object { $_ -notin $here })) {
        $options = $Networks[$name]
        $Made["net $name"] = (New-ContainerNetwork $name @options).NetworkId
    }

    Get-ContainerVolume | Where-Object { -not $Volumes.ContainsKey($_.Name) } | Remove-ContainerVolume -Confirm:$false
    foreach ($name in $Volumes.Keys) { New-ContainerVolume $name -Label @($Volumes[$name] | Where-Object { $_ }) | Out-Null }
    $here = @(Get-Container).Name
    foreach ($name in @($Containers.Keys | Where-Object { $_ -notin $here })) {
        $options = $Containers[$name]
        $Made[$name] = (Start-Container -Name $name @options).ContainerId
    }
}

function Restore-Image {
    $right = @()
    foreach ($base in $Tags.Keys) {
        $right += $base
        $right += $Tags[$base]
        $here = @(Get-ContainerImage | Where-Object ImageId -eq $Made[$base] | ForEach-Object { "$($_.Repository):$($_.Tag)" })
        $missing = @($Tags[$base] | Where-Object { $_ -notin $here })
        if ($missing) { Add-ContainerImageTag $base -Tag $missing }
    }

    Get-ContainerImage | Where-Object { "$($_.Repository):$($_.Tag)" -notin $right } | Remove-ContainerImage -Force -Confirm:$false | Out-Null
}

# Files beside which examples are run, and contexts in the folder that DOCKER_CONFIG names.
function Export-World([string] $Folder, [string] $Engine, [string] $Other) {
    foreach ($name in 'here', 'build', 'web-1', 'test-1', 'prod', 'prod-1') { New-DockerContext $name $Engine | Out-Null }
    New-DockerContext prod-2 $Other | Out-Null
    Use-DockerContext here
    Set-Location $Folder
    New-Item -ItemType Directory site, logs, backup, conf, src, app, build | Out-Null
    Set-Content site/index.html 'hello'
    Set-Content conf/site.conf 'server { listen 81; }'
    Set-Content conf/more.conf 'server { listen 82; }'
    Set-Content names.txt 'Cleo', 'Ada', 'Ben'
    Set-Content dump.sql 'select 1;'
    Set-Content start.sh '#!/bin/sh', 'docker run -d --name web-2 -p 8082:80 nginx', "docker run -d --name worker-2 \", '    --memory 64m worker:2'
    Set-Content Dockerfile 'FROM alpine', 'COPY names.txt /'
    Set-Content build/Dockerfile.release 'FROM alpine AS runtime', 'ARG VERSION', 'COPY version.txt /', 'RUN echo $VERSION >> /version.txt', 'FROM alpine', 'RUN false'
    Set-Content src/version.txt 'version'
    Set-Content app/Dockerfile 'FROM alpine', 'RUN echo building; exit 3'
    Export-ContainerImage web:1.4 web.tar | Out-Null
    Export-ContainerVolume data data.tar | Out-Null
    Export-Container web debian-12.tar | Out-Null
    Export-DockerContext prod | Out-Null
    # A machine without xz has no engine that reads it: the archive is plain there.
    & sh -c 'gzip -c web.tar > backup/web.tar.gz; gzip -c data.tar > site.tar.gz; if command -v xz; then xz -0 debian-12.tar; else mv debian-12.tar debian-12.tar.xz; fi' | Out-Null
}
