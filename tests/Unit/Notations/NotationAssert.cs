using System;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

/// <summary>What every notation keeps: it prints what parses back to an equal value, also after CLIXML, and refuses with a message.</summary>
internal static class NotationAssert
{
    /// <summary>The text is taken and prints as expected; both texts, and the value out of a job, give equal values.</summary>
    public static T Prints<T>(string text, string printed)
        where T : Notation<T>
    {
        var value = LanguagePrimitives.ConvertTo<T>(text);
        Assert.Equal(printed, value.ToString());

        var again = LanguagePrimitives.ConvertTo<T>(printed);
        Assert.Equal(value, again);
        Assert.True(value == again);
        Assert.False(value != again);
        Assert.Equal(value.GetHashCode(), again.GetHashCode());
        Assert.Equal(printed, again.ToString());

        var revived = PSSerializer.Deserialize(PSSerializer.Serialize(value));
        Assert.Equal(value, LanguagePrimitives.ConvertTo<T>(revived));
        return value;
    }

    /// <summary>The text is refused by a message that has the words.</summary>
    public static void Refuses<T>(Func<string, T> make, string text, string words)
    {
        var error = Assert.Throws<FormatException>(() => { make(text); });
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
