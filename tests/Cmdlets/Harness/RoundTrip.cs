using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>Sends objects through CLIXML, as jobs, remoting and files do, and compares.</summary>
public static class RoundTrip
{
    private const string Deserialize = "$back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live));";

    /// <summary>Fails when a property of the command's first object is lost on the way, or comes back as another kind of value.</summary>
    public static void AssertKept(PowerShellHost host, string command, params (string Name, object? Value)[] variables)
    {
        ArgumentNullException.ThrowIfNull(host);
        var outcome = host.Invoke($"$live = @({command})[0]; {Deserialize} $live; $back", variables).AssertSucceeded();
        var (live, back) = (outcome.Output[0], outcome.Output[1]);
        Assert.Equal("Deserialized." + live.TypeNames[0], back.TypeNames[0]);
        foreach (var property in live.BaseObject.GetType().GetProperties())
        {
            var (before, after) = (property.GetValue(live.BaseObject), back.Properties[property.Name]);
            Assert.True(after is not null, $"{command}: {property.Name} is lost");
            AssertKept(before, after.Value, $"{command}: {property.Name}");
        }
    }

    private static void AssertKept(object? before, object? after, string what)
    {
        Assert.False(before is DateTimeOffset, what);
        switch (before)
        {
            case null:
                Assert.Null(after);
                break;
            case string or DateTime or TimeSpan or bool or int or long or Uri or Version:
                Assert.Equal(before.ToString(), after?.ToString());
                Assert.Equal(before.GetType(), Base(after)?.GetType());
                break;
            case Enum:
                Assert.Equal(before.ToString(), Assert.IsType<string>(Base(after)));
                break;
            case IDictionary dictionary:
                Assert.Equal(dictionary.Count, Assert.IsAssignableFrom<IDictionary>(Base(after)).Count);
                break;
            case IEnumerable items:
                Assert.Equal(Texts(items), Texts(Assert.IsAssignableFrom<IEnumerable>(Base(after))));
                break;
        }
    }

    private static IEnumerable<string> Texts(IEnumerable items) => items.Cast<object>().Select(LanguagePrimitives.ConvertTo<string>);

    private static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
