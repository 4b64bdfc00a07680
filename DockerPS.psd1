@{
    RootModule             = 'bin/DockerPS.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5f0c1f5e-6a57-4b0e-9d7b-3b1d0f3c8a42'
    Author                 = 'The DockerPS authors'
    CompanyName            = 'DockerPS'
    Copyright              = '(c) The DockerPS authors. MIT License.'
    Description            = 'Docker native to PowerShell: cmdlets that talk to the Docker Engine API and emit typed objects which pipe into one another. No docker command is needed.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    TypesToProcess         = @('bin/DockerPS.Types.ps1xml')
    FormatsToProcess       = @('bin/DockerPS.Format.ps1xml')
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Add-ContainerImageTag'
        'Clear-DockerBuildCache'
        'Connect-ContainerNetwork'
        'Connect-DockerRegistry'
        'ConvertFrom-ContainerCommand'
        'ConvertTo-ContainerCommand'
        'ConvertTo-ContainerImage'
        'Copy-ContainerItem'
        'Disconnect-ContainerNetwork'
        'Disconnect-DockerRegistry'
        'Export-Container'
        'Find-ContainerImage'
        'Find-ContainerImageTag'
        'Get-Container'
        'Get-ContainerChange'
        'Get-ContainerDetail'
        'Get-ContainerImage'
        'Get-ContainerImageDetail'
        'Get-ContainerImageHistory'
        'Get-ContainerLog'
        'Get-ContainerNetwork'
        'Get-ContainerNetworkDetail'
        'Get-ContainerPort'
        'Get-ContainerProcess'
        'Get-ContainerVolume'
        'Get-DockerRegistry'
        'Install-ContainerImage'
        'Invoke-Container'
        'Invoke-ContainerCommand'
        'Measure-Container'
        'New-Container'
        'New-ContainerImage'
        'New-ContainerNetwork'
        'New-ContainerVolume'
        'Publish-ContainerImage'
        'Remove-Container'
        'Remove-ContainerImage'
        'Remove-ContainerNetwork'
        'Remove-ContainerVolume'
        'Rename-Container'
        'Restart-Container'
        'Resume-Container'
        'Send-ContainerSignal'
        'Set-Container'
        'Start-Container'
        'Stop-Container'
        'Suspend-Container'
        'Test-DockerEngine'
        'Update-Container'
        'Wait-Container'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Docker', 'Container', 'Containers', 'Podman', 'DevOps', 'AzureAutomation', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/dockerps/dockerps'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
