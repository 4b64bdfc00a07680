BeforeDiscovery {
    # All scripts of the repository, but not what a build copied.
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $files = Get-ChildItem $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 | ForEach-Object { $_.FullName.Substring($root.Length + 1).Replace('\', '/') }
    $script:scripts = @($files | Where-Object { $_ -notmatch '(^|/)(bin|obj|out)/' } | Sort-Object)
    $script:pages = @(Get-ChildItem (Join-Path $root 'docs') -Filter *-*.md | Where-Object Name -cmatch '^[A-Z]' | ForEach-Object BaseName | Sort-Object)
}

Describe 'Scripts' {
    BeforeAll {
        $script:root = Join-Path $PSScriptRoot '../..'
        $script:analyzer = Get-Module PSScriptAnalyzer -ListAvailable
        if ($analyzer) { Import-Module PSScriptAnalyzer }
    }

    It 'PSScriptAnalyzer finds nothing in <_>' -ForEach $scripts {
        if (-not $analyzer) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed' }
        $path = Join-Path $root $_
        $found = @(Invoke-ScriptAnalyzer $path) + @(Invoke-ScriptAnalyzer $path -Settings PSGallery)
        $found | ForEach-Object { "$($_.RuleName) in line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }
}

Describe 'Pages' {
    BeforeAll {
        $script:docs = Join-Path $PSScriptRoot '../../docs'
        $script:platyps = Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable
        if ($platyps) { Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0 }
    }

    It 'PlatyPS finds nothing wrong in <_>' -ForEach $pages {
        if (-not $platyps) { Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS is not installed' }
        $page = Join-Path $docs "$_.md"
        (Test-MarkdownCommandHelp $page -DetailView).Messages | Where-Object { $_ -notlike 'PASS*' } | Should -BeNullOrEmpty

        # What it can't make sense of where it reads the page. That no date is written is meant: the history of the files has it.
        $read = Import-MarkdownCommandHelp $page
        $read.Title | Should -Be $_
        $read.Diagnostics.Messages | Where-Object { $_.Severity -eq 'Error' -and "$_" -notmatch "not found 'ms\.date'$" } | ForEach-Object { "$_" } | Should -BeNullOrEmpty
    }
}
