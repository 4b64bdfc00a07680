using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>The module's objects for tests, which have no reference to their types: members are found by name.</summary>
public static class OutcomeObjects
{
    /// <summary>The one object of a script without errors.</summary>
    public static dynamic One(this Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Assert.Single(outcome.AssertSucceeded().Output).BaseObject;
    }

    /// <summary>All objects, whatever errors there were.</summary>
    public static IReadOnlyList<dynamic> All(this Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. outcome.Output.Select(item => (dynamic)item.BaseObject)];
    }

    /// <summary>The texts of a script without errors.</summary>
    public static IReadOnlyList<string> Lines(this Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.AssertSucceeded().Texts();
    }
}
