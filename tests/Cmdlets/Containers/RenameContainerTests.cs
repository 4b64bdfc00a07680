using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class RenameContainerTests(SharedEngines engines) : ContainerTests(engines)
{
    [Theory, EveryEngine]
    public async Task Container_gets_the_new_name_and_keeps_its_id(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (name, other) = (await CreateAsync(engine, "true"), await CreateAsync(engine, "true"));
        var id = (await InspectAsync(engine, name)).GetProperty("Id").GetString()!;
        var renamed = Names.Next();

        Assert.Contains($"Rename to {renamed}", string.Join(' ', host.Invoke("Rename-Container $n $new -WhatIf", ("n", name), ("new", renamed)).HostLines), StringComparison.Ordinal);
        Assert.Equal([renamed, id], host.Invoke("Rename-Container $n $new -PassThru | ForEach-Object { $_.Name; $_.ContainerId }", ("n", name), ("new", renamed)).AssertSucceeded().Texts());
        Assert.Equal("/" + renamed, (await InspectAsync(engine, id)).GetProperty("Name").GetString());

        host.Invoke("Get-Container $n | Rename-Container -NewName $new", ("n", other), ("new", renamed)).AssertError("NameConflict");
        host.Invoke("Rename-Container $n 'bad name'", ("n", other)).AssertError("CannotConvertArgumentNoMessage");
    }
}
