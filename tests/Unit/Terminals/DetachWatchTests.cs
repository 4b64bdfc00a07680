using System.Linq;
using DockerPS.Terminals;
using Xunit;

namespace DockerPS.Tests.Unit.Terminals;

public sealed class DetachWatchTests
{
    [Theory]
    [InlineData("p,q", "pq", true)]
    [InlineData("p,q", "xxpq", true)]
    [InlineData("p,q", "ppq", true)]
    [InlineData("p,q", "p", false)]
    [InlineData("p,q", "pxq", false)]
    [InlineData("p,q", "pqx", false)]
    [InlineData("p,q", "pqpq", true)]
    [InlineData("x", "ax", true)]
    public void Last_keys_are_seen_however_they_come(string keys, string typed, bool seen)
    {
        var bytes = typed.Select(letter => (byte)letter).ToArray();
        var (whole, single) = (new DetachWatch(new DetachKeys(keys)), new DetachWatch(new DetachKeys(keys)));

        whole.Note(bytes, bytes.Length);
        foreach (var key in bytes)
        {
            single.Note([key], 1);
        }

        Assert.Equal((seen, seen), (whole.Seen, single.Seen));
    }
}
