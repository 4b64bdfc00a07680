using System;
using System.Collections.Generic;

namespace DockerPS.Tests.Cmdlets.Help.Examples;

/// <summary>What is particular about single examples, by the cmdlet and the example's number. All others run as they stand.</summary>
internal static class ExampleTable
{
    private const string Hub = "needs Docker Hub";
    private const string Registry = "needs a registry";
    private const string Host = "needs another machine";
    private const string Terminal = "needs a terminal";
    private const string Runbook = "needs an Azure Automation account";

    private const string Published = "Remove-Container web -Force; Start-Container -Image nginx -Name web -Publish 8080:80";

    /// <summary>Those that can't run on an engine with the test image alone, and why.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Connect-DockerEngine 1"] = Host,
        ["Connect-DockerEngine 2"] = Runbook,
        ["Connect-DockerEngine 3"] = Host,
        ["Connect-DockerEngine 4"] = Host,
        ["Connect-DockerEngine 5"] = Host,
        ["Connect-DockerRegistry 1"] = Registry,
        ["Connect-DockerRegistry 2"] = Runbook,
        ["Connect-DockerRegistry 3"] = Registry,
        ["Connect-DockerRegistry 4"] = Registry,
        ["ConvertTo-ContainerImage 3"] = Terminal,
        ["Enter-Container 1"] = Terminal,
        ["Enter-Container 2"] = Terminal,
        ["Enter-Container 3"] = Terminal,
        ["Enter-Container 4"] = Terminal,
        ["Export-ContainerImage 3"] = Host,
        ["Find-ContainerImage 1"] = Hub,
        ["Find-ContainerImage 2"] = Hub,
        ["Find-ContainerImage 3"] = Hub,
        ["Find-ContainerImageTag 1"] = Registry,
        ["Find-ContainerImageTag 2"] = Hub,
        ["Find-ContainerImageTag 3"] = Registry,
        ["Install-ContainerImage 1"] = Hub,
        ["Install-ContainerImage 2"] = Hub,
        ["Install-ContainerImage 3"] = Hub,
        ["Invoke-ContainerCommand 5"] = "needs an image with pwsh",
        ["Measure-Container 4"] = "takes a minute",
        ["New-ContainerImage 3"] = "needs Alpine's packages",
        ["New-ContainerImage 5"] = Host,
        ["New-DockerContext 1"] = Host,
        ["Publish-ContainerImage 1"] = Registry,
        ["Publish-ContainerImage 2"] = Registry,
        ["Publish-ContainerImage 3"] = Registry,
        ["Publish-ContainerImage 4"] = Registry,
        ["Register-DockerEvent 2"] = Registry,
        ["Update-Container 1"] = Registry,
        ["Update-Container 2"] = Registry,
    };

    /// <summary>What must be so before: a script in the example's own session.</summary>
    public static IReadOnlyDictionary<string, string> Before { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Disconnect-ContainerNetwork 1"] = "Connect-ContainerNetwork front web",
        ["Disconnect-ContainerNetwork 2"] = "Connect-ContainerNetwork old web; Connect-ContainerNetwork old db",
        ["Disconnect-DockerEngine 1"] = "Connect-DockerEngine (Get-DockerContext -Current).Address | Out-Null",
        ["Disconnect-DockerEngine 2"] = "Connect-DockerEngine (Get-DockerContext -Current).Address -Name web-1 -NoDefault | Out-Null",
        ["Get-Container 3"] = "Stop-Container web",
        ["Get-ContainerChange 1"] = "Invoke-ContainerCommand web touch /var/log/new.log",
        ["Get-ContainerChange 2"] = "Invoke-ContainerCommand web touch /var/log/new.log",
        ["Get-ContainerNetworkDetail 1"] = "Connect-ContainerNetwork front web",
        ["Get-ContainerNetworkDetail 2"] = "Connect-ContainerNetwork front web",
        ["Get-ContainerPort 1"] = Published,
        ["Get-ContainerPort 2"] = Published,
        ["Get-ContainerPort 3"] = Published,
        ["Get-ContainerVolume 2"] = "New-Container alpine -Volume /somewhere | Remove-Container",
        ["Get-DockerEngine 2"] = "Connect-DockerEngine (Get-DockerContext -Current).Address -Name web-1 -NoDefault | Out-Null",
        // Healthy and unhealthy by turns: each change is an event.
        ["Get-DockerEvent 3"] = "Remove-Container web -Force; Start-Container -Image nginx -Name web -HealthCmd 'rm /ill || ! touch /ill' -HealthInterval 1s -HealthRetries 1",
        ["Import-DockerContext 1"] = "Remove-DockerContext prod",
        ["Import-DockerContext 3"] = "Remove-DockerContext prod",
        ["Remove-Container 1"] = "Stop-Container web",
        ["Remove-ContainerImage 4"] = "New-ContainerImage -Dockerfile 'FROM alpine', 'LABEL a=b'",
        ["Remove-DockerContext 3"] = "Use-DockerContext build",
        ["Resume-Container 1"] = "Suspend-Container web",
        ["Resume-Container 2"] = "Suspend-Container web",
        ["Start-Container 4"] = "Remove-Container worker-1 -Force",
        ["Wait-Container 2"] = "Remove-Container web -Force; Start-Container -Image nginx -Name web -HealthCmd true -HealthInterval 1s",
        ["Wait-Container 4"] = "Start-Container -Image worker:2 -Name worker-3",
    };

    /// <summary>Those that go on until Ctrl-C.</summary>
    public static IReadOnlySet<string> Endless { get; } = new HashSet<string>(StringComparer.Ordinal) { "Get-ContainerLog 3", "Measure-Container 3" };

    /// <summary>Those that ask.</summary>
    public static IReadOnlySet<string> Asks { get; } = new HashSet<string>(StringComparer.Ordinal) { "Get-ContainerVolume 2", "Remove-ContainerVolume 3" };
}
