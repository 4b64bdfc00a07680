<#
.SYNOPSIS
Packs the built module: the folder DockerPS, DockerPS.<version>.nupkg for a gallery, DockerPS.zip for Azure Automation, the release's notes and its bill of materials.
build.ps1 pack builds first and runs this.

.DESCRIPTION
The same build gives the same bytes: entries are sorted, and their times are fixed. Nothing goes in that is not loaded, but for the licences of what is in it.
#>
[CmdletBinding()]
param(
    # The folder that is filled; what is in it goes first.
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$Root = [IO.Path]::GetDirectoryName($PSScriptRoot)
$Name = 'DockerPS'
$Utf8 = New-Object System.Text.UTF8Encoding $false
if ($PSVersionTable.PSEdition -ne 'Core') { Add-Type -AssemblyName System.IO.Compression }

function Get-Text([string] $Path) { ([IO.File]::ReadAllText($Path) -replace "`r").TrimStart([char] 0xFEFF) }

function Write-Text([string] $Path, [string] $Text) {
    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    [IO.File]::WriteAllText($Path, ($Text -replace "`r").TrimEnd() + "`n", $Utf8)
}

function Get-Hash([string] $Path) {
    $sha = [Security.Cryptography.SHA256]::Create()
    try { ([BitConverter]::ToString($sha.ComputeHash([IO.File]::ReadAllBytes($Path))) -replace '-').ToLowerInvariant() } finally { $sha.Dispose() }
}

# Files below a folder, by their names from there, in the order of their characters.
function Get-FileName([string] $Folder) {
    $names = [string[]] @([IO.Directory]::GetFiles($Folder, '*', 'AllDirectories') | ForEach-Object { $_.Substring($Folder.Length + 1).Replace('\', '/') })
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $names
}

function Get-XmlText([string] $Text) { [Security.SecurityElement]::Escape($Text) }

# What the changelog says of a version: its own chapter, or the one of what is not released yet.
function Get-ReleaseNote([string] $Version) {
    $chapters = [regex]::Matches((Get-Text (Join-Path $Root 'CHANGELOG.md')), '(?ms)^## \[(?<version>[^\]]+)\][^\n]*\n(?<text>.*?)(?=^## \[|\z)')
    $chapter = $chapters | Where-Object { $_.Groups['version'].Value -eq $Version } | Select-Object -First 1
    if (-not $chapter) { $chapter = $chapters | Where-Object { $_.Groups['version'].Value -eq 'Unreleased' } | Select-Object -First 1 }
    if (-not $chapter) { throw "CHANGELOG.md has no chapter of $Version." }
    $chapter.Groups['text'].Value.Trim()
}

# The packages that files of bin come from: name, version, licence and files, as the restore left them.
function Get-ShippedPackage {
    $assets = Get-Text (Join-Path $Root 'src/DockerPS.Engine/obj/project.assets.json') | ConvertFrom-Json
    $folder = @($assets.packageFolders.PSObject.Properties)[0].Name
    $packages = @{}
    foreach ($target in $assets.targets.PSObject.Properties) {
        $place = if ($target.Name -match '4\.?7\.?2') { 'net472' } else { 'net8.0' }
        foreach ($library in $target.Value.PSObject.Properties) {
            $runtime = $library.Value.PSObject.Properties['runtime']
            if ($library.Value.type -ne 'package' -or -not $runtime) { continue }
            foreach ($file in @($runtime.Value.PSObject.Properties)) {
                $shipped = "bin/$place/$([IO.Path]::GetFileName($file.Name))"
                if (-not $file.Name.EndsWith('.dll') -or -not (Test-Path (Join-Path $Module $shipped))) { continue }
                if (-not $packages.ContainsKey($library.Name)) {
                    $packages[$library.Name] = @{ Path = Join-Path $folder $assets.libraries.($library.Name).path; Files = @() }
                }

                $packages[$library.Name].Files += $shipped
            }
        }
    }

    $names = [string[]] @($packages.Keys)
    [Array]::Sort($names, [StringComparer]::Ordinal)
    foreach ($package in $names) {
        $path = $packages[$package].Path
        $nuspec = [xml] (Get-Text @([IO.Directory]::GetFiles($path, '*.nuspec'))[0])
        $facts = @{}
        foreach ($node in $nuspec.package.metadata.ChildNodes) { $facts[$node.LocalName] = $node }
        $texts = @([IO.Directory]::GetFiles($path) | Where-Object { [IO.Path]::GetFileName($_) -match '^(license|third-?party)' } | Sort-Object)
        [pscustomobject] @{
            Name      = $package.Split('/')[0]
            Version   = $package.Split('/')[1]
            License   = if ($facts.ContainsKey('license') -and $facts.license.GetAttribute('type') -eq 'expression') { $facts.license.InnerText } else { '' }
            Address   = if ($facts.ContainsKey('projectUrl')) { $facts.projectUrl.InnerText } else { '' }
            Copyright = if ($facts.ContainsKey('copyright')) { $facts.copyright.InnerText } elseif ($facts.ContainsKey('authors')) { $facts.authors.InnerText } else { '' }
            Texts     = @($texts | ForEach-Object { (Get-Text $_).Trim() })
            Files     = $packages[$package].Files
        }
    }
}

# Who wrote what is in the package, and under which terms. A text that several share stands once.
function Get-Notice([object[]] $Packages) {
    "$Name contains work of others, under the terms that follow."
    ''
    $number = 0
    $numbers = @{}
    $shared = @()
    foreach ($package in $Packages) {
        $marks = foreach ($text in $package.Texts) {
            if (-not $numbers.ContainsKey($text)) { $numbers[$text] = ++$number; $shared += $text }
            "text $($numbers[$text])"
        }

        $terms = @(@($package.License) + @($marks) | Where-Object { $_ }) -join ', '
        if (-not $terms) { throw "$($package.Name) $($package.Version) does not say its licence." }
        "$($package.Name) $($package.Version)"
        "    $($package.Copyright)"
        "    $($package.Address)"
        "    $terms"
    }

    for ($i = 0; $i -lt $shared.Count; $i++) {
        ''
        '-' * 79
        "Text $($i + 1)"
        ''
        $shared[$i]
    }
}

# CycloneDX: what is in the package, to the file.
function Get-Bill([string] $Version, [object[]] $Packages) {
    $own = Get-FileName $Module
    $file = { param($path) [ordered] @{ type = 'file'; name = $path; hashes = @([ordered] @{ alg = 'SHA-256'; content = Get-Hash (Join-Path $Module $path) }) } }
    $components = foreach ($package in $Packages) {
        $own = $own | Where-Object { $_ -notin $package.Files }
        $component = [ordered] @{
            type = 'library'; 'bom-ref' = "pkg:nuget/$($package.Name)@$($package.Version)"; name = $package.Name; version = $package.Version
            purl = "pkg:nuget/$($package.Name)@$($package.Version)"
        }
        if ($package.License) { $component.licenses = @([ordered] @{ license = [ordered] @{ id = $package.License } }) }
        $component.components = @($package.Files | ForEach-Object { & $file $_ })
        $component
    }

    [ordered] @{
        bomFormat = 'CycloneDX'; specVersion = '1.5'; version = 1
        metadata = [ordered] @{
            component = [ordered] @{
                type = 'library'; 'bom-ref' = $Name; name = $Name; version = $Version
                licenses = @([ordered] @{ license = [ordered] @{ id = 'MIT' } })
                components = @($own | ForEach-Object { & $file $_ })
            }
        }
        components = @($components)
        dependencies = @([ordered] @{ ref = $Name; dependsOn = @($Packages | ForEach-Object { "pkg:nuget/$($_.Name)@$($_.Version)" }) })
    } | ConvertTo-Json -Depth 10
}

function Get-Specification([hashtable] $Manifest, [string] $Notes) {
    $data = $Manifest.PrivateData.PSData
    $tags = @($data.Tags) + 'PSModule', 'PSIncludes_Cmdlet' + @($Manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>$Name</id>
    <version>$($Manifest.ModuleVersion)</version>
    <authors>$(Get-XmlText $Manifest.Author)</authors>
    <owners>$(Get-XmlText $Manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <license type="expression">MIT</license>
    <licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>
    <projectUrl>$(Get-XmlText $data.ProjectUri)</projectUrl>
    <description>$(Get-XmlText $Manifest.Description)</description>
    <releaseNotes>$(Get-XmlText $Notes)</releaseNotes>
    <copyright>$(Get-XmlText $Manifest.Copyright)</copyright>
    <tags>$(Get-XmlText (@($tags | Select-Object -Unique) -join ' '))</tags>
  </metadata>
</package>
"@
}

# An archive of texts and files; the same ones give the same bytes.
function Write-Archive([string] $Path, [System.Collections.IDictionary] $Entries) {
    $names = [string[]] @($Entries.Keys)
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $stream = [IO.File]::Create($Path)
    $archive = New-Object System.IO.Compression.ZipArchive $stream, ([IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($entryName in $names) {
            $entry = $archive.CreateEntry($entryName, [IO.Compression.CompressionLevel]::Optimal)
            $entry.LastWriteTime = New-Object DateTimeOffset 2000, 1, 1, 0, 0, 0, ([TimeSpan]::Zero)
            # A file that its owner may write and all may read.
            $entry.ExternalAttributes = 0x81A4 * 0x10000 - 0x100000000
            # Each assigned by itself: what a statement gives is enumerated, byte by byte.
            if ($Entries[$entryName] -is [IO.FileInfo]) { $bytes = [IO.File]::ReadAllBytes($Entries[$entryName].FullName) }
            else { $bytes = $Utf8.GetBytes($Entries[$entryName]) }
            $content = $entry.Open()
            try { $content.Write($bytes, 0, $bytes.Length) } finally { $content.Dispose() }
        }
    }
    finally {
        $archive.Dispose()
        $stream.Dispose()
    }
}

$Destination = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination)
if (Test-Path $Destination) { Remove-Item $Destination -Recurse -Force }
$Module = [IO.Path]::Combine($Destination, $Name)
$manifestPath = Join-Path $Root "$Name.psd1"
$manifest = Import-PowerShellDataFile $manifestPath
$version = $manifest.ModuleVersion
$notes = Get-ReleaseNote $version

$shipped = @('LICENSE', 'DockerPS-Automation.json') + @(Get-FileName (Join-Path $Root 'bin') | Where-Object { $_ -match '\.(dll|ps1xml)$' } | ForEach-Object { "bin/$_" }) +
    @(Get-FileName (Join-Path $Root 'en-US') | ForEach-Object { "en-US/$_" })
foreach ($file in $shipped) {
    $target = Join-Path $Module $file
    [void] [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
    [IO.File]::Copy((Join-Path $Root $file), $target)
}

$said = (Get-Text $manifestPath) -replace "(?m)^(\s*ReleaseNotes\s*=\s*)'See CHANGELOG\.md\.'", ('$1''' + $notes.Replace("'", "''").Replace('$', '$$') + "'")
if ($said -notlike "*$($notes.Split("`n")[0].Replace("'", "''"))*") { throw 'The manifest has no place for the release notes.' }
Write-Text (Join-Path $Module "$Name.psd1") $said
$packages = @(Get-ShippedPackage)
Write-Text (Join-Path $Module 'THIRD-PARTY-NOTICES.txt') (@(Get-Notice $packages) -join "`n")
Write-Text ([IO.Path]::Combine($Destination, "$Name.$version.cdx.json")) (Get-Bill $version $packages)
Write-Text ([IO.Path]::Combine($Destination, 'release-notes.md')) $notes

$files = @(Get-FileName $Module)
$zip = @{}
$nupkg = @{ "$Name.nuspec" = Get-Specification $manifest $notes }
foreach ($file in $files) {
    $zip["$Name/$file"] = $nupkg[$file] = [IO.FileInfo] (Join-Path $Module $file)
}

# The envelope that package clients ask for: which part is the specification, and what kinds of files there are.
$kinds = @($files | ForEach-Object { [IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ }) + 'nuspec' | Sort-Object -Unique
$parts = $files | Where-Object { -not [IO.Path]::GetExtension($_) }
$nupkg['[Content_Types].xml'] = '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />' +
    -join ($kinds | ForEach-Object { "<Default Extension=""$_"" ContentType=""application/octet"" />" }) +
    -join ($parts | ForEach-Object { "<Override PartName=""/$_"" ContentType=""application/octet"" />" }) + '</Types>'
$nupkg['_rels/.rels'] = '<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    "<Relationship Type=""http://schemas.microsoft.com/packaging/2010/07/manifest"" Target=""/$Name.nuspec"" Id=""R1"" /></Relationships>"
Write-Archive ([IO.Path]::Combine($Destination, "$Name.$version.nupkg")) $nupkg
Write-Archive ([IO.Path]::Combine($Destination, "$Name.zip")) $zip
Write-Information "$Name $version is packed in $Destination." -InformationAction Continue
