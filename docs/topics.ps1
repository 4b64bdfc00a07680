<#
.SYNOPSIS
Writes the topics about_DockerPS_Objects and about_DockerPS_Errors from the built module and its documentation comments.

.DESCRIPTION
Run after a build, in any PowerShell: the texts stand once, in the code.
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = [IO.Path]::GetDirectoryName($PSScriptRoot)
Import-Module ([IO.Path]::Combine($root, 'DockerPS.psd1'))
$assembly = (Get-Command Get-Container).ImplementingType.Assembly
$comments = [xml] [IO.File]::ReadAllText([IO.Path]::Combine($root, "src/DockerPS/obj/$Configuration/DockerPS.xml"))
$summaries = @{}
foreach ($member in $comments.doc.members.member) {
    $summary = $member.SelectSingleNode('summary')
    if ($summary) { $summaries[$member.GetAttribute('name')] = $summary }
}

# The text of a documentation comment: what it refers to by its last name, white space as one blank.
function Get-Summary([string] $Name) {
    if (-not $summaries.ContainsKey($Name)) { return '' }
    $text = foreach ($node in $summaries[$Name].ChildNodes) {
        if ($node.Name -in 'see', 'paramref') {
            $cref = $node.GetAttribute('cref') + $node.GetAttribute('langword') + $node.GetAttribute('name')
            ($cref -replace '^.:', '' -replace '\(.*', '' -split '\.')[-1]
        }
        else { $node.InnerText }
    }

    ((-join $text) -replace '\s+', ' ').Trim()
}

# Lines of at most 79 characters, all of them indented.
function Format-Text([string] $Text, [int] $Indent) {
    $line = ''
    foreach ($word in $Text -split ' ') {
        if ($line -and $Indent + $line.Length + 1 + $word.Length -gt 79) {
            ' ' * $Indent + $line
            $line = $word
        }
        elseif ($line) { $line += " $word" }
        else { $line = $word }
    }

    if ($line) { ' ' * $Indent + $line }
}

function Get-TypeText([type] $Type) {
    if ($Type.IsGenericType) {
        $arguments = @($Type.GetGenericArguments() | ForEach-Object { Get-TypeText $_ })
        if ($Type.Name -eq 'Nullable`1') { return $arguments[0] + ', or nothing' }
        if ($Type.Name -match 'Dictionary') { return "dictionary of $($arguments[0]) to $($arguments[1])" }
        if ($arguments.Count -eq 1) { return "list of $($arguments[0])" }
    }

    if ($Type.IsArray) { return "list of $(Get-TypeText $Type.GetElementType())" }
    switch ($Type.Name) {
        'String' { 'string' }
        'Boolean' { 'bool' }
        'Int32' { 'int' }
        'Int64' { 'long' }
        'Double' { 'double' }
        'Decimal' { 'decimal' }
        default { $Type.Name }
    }
}

# What cmdlets emit, and what that is made of.
$types = @{}
function Add-Shown([type] $Type) {
    while ($Type.HasElementType) { $Type = $Type.GetElementType() }
    if ($Type.IsGenericType) { foreach ($argument in $Type.GetGenericArguments()) { Add-Shown $argument } }
    if ($Type.Assembly -ne $assembly -or $Type.Namespace -ne 'DockerPS' -or $types.ContainsKey($Type.Name)) { return }
    $types[$Type.Name] = $Type
    if (-not $Type.IsEnum) {
        foreach ($property in $Type.GetProperties('Public, Instance')) { Add-Shown $property.PropertyType }
    }
}

$makers = @{}
foreach ($command in Get-Command -Module DockerPS) {
    foreach ($output in $command.OutputType) {
        if ($output.Type) {
            Add-Shown $output.Type
            $makers[$output.Type.Name] = @($makers[$output.Type.Name] | Where-Object { $_ }) + $command.Name
        }
    }
}

$objects = @(
    'TOPIC', '    about_DockerPS_Objects', ''
    'SHORT DESCRIPTION', '    What cmdlets return: each object and each of its properties.', ''
    'LONG DESCRIPTION'
    Format-Text 'Objects carry values, not text for the eye: times are DateTime in local time, sizes are bytes, durations are TimeSpan. Views make them readable; Format-List shows all.' 4
    ''
    Format-Text 'Each object carries Engine, where it came from, so that it can be piped on to any cmdlet. As text it is the name that the docker command takes. Objects that came back from Export-Clixml, a job or a remote session are accepted as well.' 4
)
$sorted = @($types.Values | Where-Object { -not $_.IsEnum } | Sort-Object Name)
foreach ($type in $sorted) {
    $objects += '', "  $($type.Name)"
    $objects += @(Format-Text (Get-Summary "T:$($type.FullName)") 4)
    if ($makers.ContainsKey($type.Name)) { $objects += @(Format-Text "From $($makers[$type.Name] -join ', ')." 4) }
    foreach ($property in $type.GetProperties('Public, Instance') | Sort-Object Name) {
        $objects += '', "    $($property.Name)  <$(Get-TypeText $property.PropertyType)>"
        $objects += @(Format-Text (Get-Summary "P:$($property.DeclaringType.FullName).$($property.Name)") 8)
    }
}

foreach ($type in @($types.Values | Where-Object IsEnum | Sort-Object Name)) {
    if ($type.Name -eq 'DockerError') { continue }
    $objects += '', "  $($type.Name)"
    $objects += @(Format-Text (Get-Summary "T:$($type.FullName)") 4)
    foreach ($name in [enum]::GetNames($type)) {
        $objects += '', "    $name"
        $objects += @(Format-Text (Get-Summary "F:$($type.FullName).$name") 8)
    }
}

$objects += '', 'SEE ALSO', '    about_DockerPS', '    about_DockerPS_Errors'

$failure = $assembly.GetType('DockerPS.DockerException')
$remedies = $assembly.GetType('DockerPS.Errors.ErrorRecords').GetMethod('RemedyFor')
$errors = @(
    'TOPIC', '    about_DockerPS_Errors', ''
    'SHORT DESCRIPTION', '    The ids of errors: what each means and what mends it.', ''
    'LONG DESCRIPTION'
    Format-Text 'Each error has an id that stays the same over versions. It is the first part of FullyQualifiedErrorId; the thing it happened to is the TargetObject. The exception is a DockerException: its Engine names the engine, its StatusCode is the HTTP status that the engine answered with.' 4
    ''
    '        try { Start-Container -Image nginx -Name web -ErrorAction Stop }'
    '        catch {'
    "            if (`$_.FullyQualifiedErrorId -like 'NameConflict,*') {"
    '                Start-Container web'
    '            }'
    '            else { throw }'
    '        }'
    ''
    Format-Text 'Common cases carry a remedy in ErrorDetails.RecommendedAction. One thing that failed does not stop the others: each failure is an error of its own.' 4
)
foreach ($name in [enum]::GetNames($assembly.GetType('DockerPS.DockerError')) | Sort-Object) {
    $errors += '', "  $name"
    $errors += @(Format-Text (Get-Summary "F:DockerPS.DockerError.$name") 4)
    $remedy = $remedies.Invoke($null, @($failure.GetConstructors()[0].Invoke(@(([enum]::Parse($assembly.GetType('DockerPS.DockerError'), $name)), '', $null))))
    if ($remedy) { $errors += @(Format-Text "Remedy: $remedy" 4) }
}

$errors += '', 'SEE ALSO', '    about_DockerPS', '    about_DockerPS_Objects'
$utf8 = [Text.UTF8Encoding]::new($false)
[IO.File]::WriteAllText([IO.Path]::Combine($root, 'en-US/about_DockerPS_Objects.help.txt'), ($objects -join "`n") + "`n", $utf8)
[IO.File]::WriteAllText([IO.Path]::Combine($root, 'en-US/about_DockerPS_Errors.help.txt'), ($errors -join "`n") + "`n", $utf8)
