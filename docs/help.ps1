<#
.SYNOPSIS
Writes the help: docs/*.md and en-US/DockerPS.dll-Help.xml. build.ps1 help builds the module and runs this in a process of its own.

.DESCRIPTION
What a cmdlet and its parameters are stands in the C# documentation comments; examples, notes and links stand in docs/Verb-Noun.md. Everything else of those pages
is written anew each time. Wants PowerShell 7 and the module Microsoft.PowerShell.PlatyPS 1.0.
#>
[CmdletBinding()]
param(
    # The configuration that was built, whose documentation file is read.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Only these cmdlets' pages; the help file is not written then.
    [string[]] $Name
)

$ErrorActionPreference = 'Stop'
$Root = Split-Path $PSScriptRoot
$Pages = 'https://github.com/dockerps/dockerps/blob/main/docs'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0
Import-Module (Join-Path $Root 'DockerPS.psd1')

# The C# documentation, by its members' ids: T:DockerPS.Container.
$Documented = @{}
$comments = [xml]::new()
$comments.PreserveWhitespace = $true
$comments.Load((Join-Path $Root "src/DockerPS/obj/$Configuration/DockerPS.xml"))
foreach ($member in $comments.SelectNodes('/doc/members/member')) {
    $Documented[$member.GetAttribute('name')] = $member
}

# The text of a documentation element, a paragraph an item.
function Get-Paragraph([System.Xml.XmlNode] $Element) {
    if (-not $Element) { return }
    $text = -join $(foreach ($node in $Element.ChildNodes) {
        switch ($node.Name) {
            'para' { "`n`n" + (Get-Paragraph $node) + "`n`n" }
            'c' { '`' + $node.InnerText + '`' }
            'see' { ($node.GetAttribute('cref') + $node.GetAttribute('langword')) -replace '\(.*' -replace '^.*[.:]' }
            'paramref' { $node.GetAttribute('name') }
            default { $node.InnerText }
        }
    })
    $text -split '\n\s*\n' | ForEach-Object { ($_ -replace '\s+', ' ').Trim() } | Where-Object { $_ }
}

function Get-Summary([string] $Id) {
    if ($Documented.ContainsKey($Id)) { Get-Paragraph $Documented[$Id].SelectSingleNode('summary') }
}

# What stands on the property, or on the one that it overrides.
function Get-ParameterText([type] $Type, [string] $Parameter) {
    for ($at = $Type; $at; $at = $at.BaseType) {
        $text = Get-Summary "P:$($at.FullName).$Parameter"
        if ($text) { return $text }
    }

    throw "$($Type.Name).$Parameter has no documentation."
}

# What a cmdlet has where nothing is said: what its property says after its making.
function Get-DefaultText([object] $Cmdlet, [System.Management.Automation.ParameterMetadata] $Parameter) {
    $property = $Cmdlet.GetType().GetProperty($Parameter.Name)
    if (-not $property) { return 'False' }
    $value = $property.GetValue($Cmdlet)
    if ($null -eq $value -or ($value -is [array] -and $value.Length -eq 0)) { 'None' } else { "$value" }
}

# Examples, notes and links, as they stand in a page.
function Get-Written([string] $Command) {
    $page = Join-Path $PSScriptRoot "$Command.md"
    if (-not (Test-Path $page)) { throw "docs/$Command.md is missing: examples, notes and links are written there." }
    $section = ''
    $example = $null
    $written = @{ Examples = @(); Notes = ''; Links = @() }
    foreach ($line in Get-Content $page) {
        if ($line -match '^## (.+)') { $section = $Matches[1]; continue }
        switch ($section) {
            'EXAMPLES' {
                if ($line -match '^### (Example \d+: .+)') { $written.Examples += $example = @{ Title = $Matches[1].Trim(); Text = '' } }
                elseif ($example) { $example.Text += "$line`n" }
            }
            'NOTES' { $written.Notes += "$line`n" }
            'RELATED LINKS' { if ($line -match '\[(.+?)\]\((.+?)\)') { $written.Links += @{ Text = $Matches[1]; Uri = $Matches[2] } } }
        }
    }

    $written.Notes = $written.Notes.Trim()
    foreach ($one in $written.Examples) {
        $one.Text = $one.Text.Trim()
        if ($one.Text -notmatch '(?s)^```powershell\n(?<code>.+?)\n```\n+(?<text>\S.*)$') { throw "docs/$Command.md, $($one.Title): code in a fence, then what it does." }
        $one.Code, $one.Said = $Matches.code, $Matches.text
    }

    $written
}

function Get-OutputText([string] $TypeName) {
    $text = (Get-Summary "T:$($TypeName -replace '\[\]$')") -join ' '
    if ($text) { return $text }
    switch ($TypeName) {
        'System.String' { 'Text.' }
        'System.Byte[]' { 'Bytes, as they come.' }
        'System.Boolean' { 'Whether it is so.' }
        'System.Collections.Specialized.OrderedDictionary' { 'A table of parameters, for splatting.' }
        'System.Object' { 'What the command writes.' }
        'System.Management.Automation.PSObject' { 'What the command writes.' }
        'System.IO.FileInfo' { 'The file that was written.' }
        'System.Management.Automation.PSEventJob' { 'The job that runs the action.' }
        'System.IO.FileSystemInfo' { 'What was written: files and folders.' }
        default { throw "What a $TypeName is as output, nobody has said." }
    }
}

# One cmdlet's help as PlatyPS knows it, filled.
function ConvertTo-Help([System.Management.Automation.CmdletInfo] $Command) {
    $help = New-CommandHelp -CommandInfo $Command
    $written = Get-Written $Command.Name
    $type = $Command.ImplementingType
    $class = $Documented["T:$($type.FullName)"]
    $summary = @(Get-Paragraph $class.SelectSingleNode('summary'))
    $help.Synopsis = ($summary[0] -split '(?<=[.`])(?<=\.`?) (?=[A-Z])')[0]
    $help.Description = ($summary + @(Get-Paragraph $class.SelectSingleNode('remarks'))) -join "`n`n"
    $help.AliasHeaderFound = $true
    $help.OnlineVersionUrl = "$Pages/$($Command.Name).md"
    $help.Metadata['HelpUri'] = $help.OnlineVersionUrl
    [void] $help.Metadata.Remove('ms.date')
    foreach ($syntax in $help.Syntax) { $syntax.HasCmdletBinding = $true }
    $made = [Activator]::CreateInstance($type)
    foreach ($parameter in $help.Parameters) {
        if ($parameter.Name -notin 'WhatIf', 'Confirm') { $parameter.Description = (Get-ParameterText $type $parameter.Name) -join "`n`n" }
        $parameter.DefaultValue = Get-DefaultText $made $Command.Parameters[$parameter.Name]
        $kind = $Command.Parameters[$parameter.Name].ParameterType
        if ($kind.IsArray) { $kind = $kind.GetElementType() }
        $kind = [Nullable]::GetUnderlyingType($kind) ?? $kind
        $set = $Command.Parameters[$parameter.Name].Attributes.Where({ $_ -is [ValidateSet] }, 'First')
        $values = if ($set) { $set[0].ValidValues } elseif ($kind.IsEnum) { [Enum]::GetNames($kind) }
        $parameter.AcceptedValues.Clear()
        foreach ($value in $values) { $parameter.AcceptedValues.Add($value) }
        $parameter.SupportsWildcards = $parameter.Description -match '\bwildcard'
    }

    foreach ($in in $help.Inputs) {
        $takes = $Command.Parameters.Values | Where-Object { $_.ParameterType.FullName -eq $in.Typename -and $_.ParameterSets.Values.ValueFromPipeline -contains $true }
        $in.Description = 'Piped objects are bound to ' + ((@($takes.Name) | Sort-Object -Unique | ForEach-Object { "``-$_``" }) -join ' or ') + '.'
    }

    foreach ($nothing in @($help.Outputs | Where-Object Typename -eq 'System.Void')) { [void] $help.Outputs.Remove($nothing) }
    if (-not @($Command.OutputType | Where-Object Name -ne 'System.Void').Count) {
        $help.Outputs.Clear()
        $help.Outputs.Add([Microsoft.PowerShell.PlatyPS.Model.InputOutput]::new('None', 'This cmdlet writes no objects.'))
    }
    else {
        foreach ($out in $help.Outputs) { $out.Description = Get-OutputText $out.Typename }
    }

    $help.Examples.Clear()
    foreach ($one in $written.Examples) { $help.Examples.Add([Microsoft.PowerShell.PlatyPS.Model.Example]::new($one.Title, $one.Text)) }
    $help.Notes = $written.Notes
    $help.RelatedLinks.Clear()
    foreach ($link in $written.Links) { $help.RelatedLinks.Add([Microsoft.PowerShell.PlatyPS.Model.Links]::new($link.Uri, $link.Text)) }
    $help
}

function Write-FileText([string] $Path, [string] $Text) {
    $text = ($Text -replace "`r").TrimEnd() + "`n"
    [IO.File]::WriteAllText($Path, $text, [Text.UTF8Encoding]::new($false))
}

# PlatyPS leaves code fences in the examples, false words about the pipeline in the syntax, and no defaults.
function Repair-Maml([xml] $Maml) {
    $names = [System.Xml.XmlNamespaceManager]::new($Maml.NameTable)
    foreach ($prefix in 'maml', 'command', 'dev') { $names.AddNamespace($prefix, $Maml.DocumentElement.GetNamespaceOfPrefix($prefix)) }
    foreach ($command in $Maml.SelectNodes('//command:command', $names)) {
        $name = $command.SelectSingleNode('command:details/command:name', $names).InnerText
        $info = Get-Command $name -Module DockerPS
        $written = Get-Written $name
        $made = [Activator]::CreateInstance($info.ImplementingType)
        foreach ($parameter in $command.SelectNodes('command:parameters/command:parameter', $names)) {
            $default = $Maml.CreateElement('dev', 'defaultValue', $names.LookupNamespace('dev'))
            $default.InnerText = Get-DefaultText $made $info.Parameters[$parameter.SelectSingleNode('maml:name', $names).InnerText]
            [void] $parameter.AppendChild($default)
        }

        foreach ($parameter in $command.SelectNodes('command:syntax/command:syntaxItem/command:parameter', $names)) {
            $own = $parameter.SelectSingleNode('maml:name', $names).InnerText
            $true_ = $command.SelectSingleNode("command:parameters/command:parameter[maml:name='$own']", $names)
            if ($true_) { $parameter.SetAttribute('pipelineInput', $true_.GetAttribute('pipelineInput')) } else { [void] $parameter.ParentNode.RemoveChild($parameter) }
        }

        $index = 0
        foreach ($example in $command.SelectNodes('command:examples/command:example', $names)) {
            $one = $written.Examples[$index++]
            $example.SelectSingleNode('maml:title', $names).InnerText = $one.Title
            $introduction = $example.SelectSingleNode('maml:introduction', $names)
            if ($introduction) { $introduction.RemoveAll() }
            $example.SelectSingleNode('dev:code', $names).InnerText = $one.Code
            $remarks = $example.SelectSingleNode('dev:remarks', $names)
            $remarks.RemoveAll()
            # An empty paragraph keeps the next title apart.
            foreach ($said in @($one.Said -split '\n\s*\n') + '') {
                $para = $Maml.CreateElement('maml', 'para', $names.LookupNamespace('maml'))
                $para.InnerText = $said.Trim()
                [void] $remarks.AppendChild($para)
            }
        }

        # Pages beside this one are no addresses, and the prompt shows no backticks as anything else.
        foreach ($uri in $command.SelectNodes('command:relatedLinks//maml:uri', $names)) {
            if ($uri.InnerText -like '*.md') { $uri.InnerText = if ($uri.InnerText -like 'http*') { $uri.InnerText } else { "$Pages/$($uri.InnerText)" } }
        }

        foreach ($para in $command.SelectNodes('.//maml:para', $names)) { $para.InnerText = $para.InnerText.Replace('`', '') }
    }
}

$commands = Get-Command -Module DockerPS -CommandType Cmdlet | Sort-Object Name
if ($Name) { $commands = $commands | Where-Object Name -in $Name }
$helps = foreach ($command in $commands) { ConvertTo-Help $command }
$work = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "help-$([guid]::NewGuid())")
try {
    $null = $helps | Export-MarkdownCommandHelp -OutputFolder $work -Force
    foreach ($page in Get-ChildItem $work -Recurse -Filter *.md) { Write-FileText (Join-Path $PSScriptRoot $page.Name) (Get-Content $page -Raw) }
    if (-not $Name) {
        $null = $helps | Export-MamlCommandHelp -OutputFolder $work -Force
        $maml = [xml] (Get-Content (Get-ChildItem $work -Recurse -Filter *-Help.xml) -Raw)
        Repair-Maml $maml
        $text = [IO.StringWriter]::new()
        $maml.Save([System.Xml.XmlWriter]::Create($text, [System.Xml.XmlWriterSettings] @{ Indent = $true; OmitXmlDeclaration = $true; NewLineChars = "`n" }))
        Write-FileText (Join-Path $Root 'en-US/DockerPS.dll-Help.xml') ("<?xml version=""1.0"" encoding=""utf-8""?>`n" + $text)
    }

    $bad = foreach ($command in $commands) {
        $page = Join-Path $PSScriptRoot "$($command.Name).md"
        if (-not (Test-MarkdownCommandHelp $page)) { $page }
        if (Select-String '\{\{' $page -Quiet) { $page }
    }

    if ($bad) { throw "PlatyPS finds these pages wrong: $($bad -join ', ')" }
}
finally {
    Remove-Item $work -Recurse -Force
}

Write-Information "Help of $(@($commands).Count) cmdlets." -InformationAction Continue
