using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Tests that change the process's environment: one at a time, when no other test runs.</summary>
[CollectionDefinition(EnvironmentChange.Collection, DisableParallelization = true)]
public sealed class EnvironmentTestCollection;
