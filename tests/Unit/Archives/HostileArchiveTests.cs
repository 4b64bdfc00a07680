using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DockerPS.Archives;
using Xunit;
using static DockerPS.Tests.Unit.Archives.TestArchive;

namespace DockerPS.Tests.Unit.Archives;

/// <summary>What comes out of a container is hostile: each trick writes nothing outside the destination, and what was refused is named.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dockerps-hostile-").FullName;
    private readonly string _outside;
    private readonly string _inside;

    public HostileArchiveTests()
    {
        _outside = Directory.CreateDirectory(Path.Combine(_folder, "outside")).FullName;
        _inside = Directory.CreateDirectory(Path.Combine(_folder, "inside")).FullName;
        System.IO.File.WriteAllText(Path.Combine(_outside, "secret"), "kept");
    }

    /// <summary>The trick, what is in place already (a link's name and target), the archive, and the entry that is refused. OUT is the folder outside.</summary>
    public static TheoryData<string> Tricks => [.. Table.Keys];

    private static readonly Dictionary<string, Trick> Table = new(StringComparer.Ordinal)
    {
        ["two dots"] = new("../outside/evil", File("../outside/evil")),
        ["two dots deeper down"] = new("a/b/../../../outside/evil", Folder("a/"), File("a/b/../../../outside/evil")),
        ["two dots that would stay inside"] = new("a/../b", File("a/../b")),
        ["two dots in a folder's name"] = new("../outside/evil/", Folder("../outside/evil/")),
        ["absolute path"] = new("OUT/evil", File("OUT/evil")),
        ["absolute path with slashes doubled"] = new("//OUT/evil", File("//OUT/evil")),
        ["no name"] = new("", File("")),
        ["link that climbs"] = new("link", Link("link", "../outside/secret")),
        ["link that climbs behind a folder"] = new("a/link", Folder("a/"), Link("a/link", "b/../../../outside")),
        ["file through a link of the archive"] = new("link/evil", Link("link", "OUT"), File("link/evil")),
        ["file through a link that stays inside"] = new("link/evil", Folder("a/"), Link("link", "a"), File("link/evil")),
        ["file through two links"] = new("b/evil", Link("a", "OUT"), Link("b", "a"), File("b/evil")),
        ["file through a link in place"] = new("link/evil", File("link/evil")) { InPlace = ("link", "OUT") },
        ["folder through a link in place"] = new("link/", Folder("link/")) { InPlace = ("link", "OUT") },
        ["link in a folder that is a link in place"] = new("link/evil", Link("link/evil", "x")) { InPlace = ("link", "OUT") },
        ["link in the place of a folder"] = new("a", Folder("a/"), Link("a", "OUT")),
        ["file in the place of a folder"] = new("a", Folder("a/"), File("a")),
        ["folder in the place of a file"] = new("a/", File("a"), Folder("a/")),
        ["hard link that climbs"] = new("hard", HardLink("hard", "../outside/secret")),
        ["hard link to an absolute path"] = new("hard", HardLink("hard", "OUT/secret")),
        ["hard link through a link"] = new("hard", Link("link", "OUT"), HardLink("hard", "link/secret")),
        ["hard link to a folder"] = new("hard", Folder("a/"), HardLink("hard", "a")),
        ["hard link to nothing"] = new("hard", HardLink("hard", "nothing")),
        ["hard link to itself"] = new("hard", File("hard"), HardLink("hard", "hard")),
        ["the destination as a link"] = new(".", Link(".", "OUT")),
        ["the destination as a file"] = new("./", File("./") with { Kind = TarEntryKind.File }),
        ["character device"] = new("null", Special("null", TarEntryKind.CharacterDevice)),
        ["block device"] = new("disk", Special("disk", TarEntryKind.BlockDevice)),
        ["named pipe"] = new("pipe", Special("pipe", TarEntryKind.Fifo)),
        ["device in the place of a file"] = new("a", File("a"), Special("a", TarEntryKind.BlockDevice)),
        ["two dots in a name too long for a header"] = new(Long, File(Long)),
    };

    private static string Long => new string('x', 200) + "/../../outside/evil";

    [Theory, MemberData(nameof(Tricks))]
    public void Trick_writes_nothing_outside_and_is_named(string name)
    {
        var trick = Table[name];
        if (trick.InPlace is { } link)
        {
            System.IO.File.CreateSymbolicLink(Path.Combine(_inside, link.Name), Place(link.Target));
        }

        var refused = Extract(".", [File("before"), .. trick.Entries, File("after")]);

        Assert.Equal(["secret"], NamesIn(_outside));
        Assert.Equal("kept", System.IO.File.ReadAllText(Path.Combine(_outside, "secret")));
        Assert.Equal(["inside", "outside"], NamesIn(_folder));
        var refusal = Assert.Single(refused);
        Assert.Equal(DockerError.EntryRefused, refusal.Error);
        Assert.Contains($"'{Place(trick.Refused)}'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("taken", System.IO.File.ReadAllText(Path.Combine(_inside, "before")));
        Assert.Equal("taken", System.IO.File.ReadAllText(Path.Combine(_inside, "after")));
    }

    [Fact]
    public void Links_in_the_place_of_a_file_are_replaced_and_not_followed()
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(_inside, "in-place"), Path.Combine(_outside, "secret"));

        Assert.Empty(Extract(".", [File("in-place"), Link("of-archive", Path.Combine(_outside, "secret")), File("of-archive")]));

        Assert.Equal("kept", System.IO.File.ReadAllText(Path.Combine(_outside, "secret")));
        Assert.All((string[])["in-place", "of-archive"], name => Assert.Null(new FileInfo(Path.Combine(_inside, name)).LinkTarget));
    }

    [Fact]
    public void Hard_link_to_a_link_does_not_lead_to_what_it_points_to()
    {
        Assert.Empty(Extract(".", [Link("link", Path.Combine(_outside, "secret")), HardLink("hard", "link"), File("hard")]));

        Assert.Equal("kept", System.IO.File.ReadAllText(Path.Combine(_outside, "secret")));
        Assert.Equal("taken", System.IO.File.ReadAllText(Path.Combine(_inside, "hard")));
    }

    [Fact]
    public void File_with_several_names_is_replaced_under_one_only()
    {
        Assert.Empty(Extract(".", [File("a"), HardLink("b", "a")]));
        System.IO.File.WriteAllText(Path.Combine(_inside, "a"), "mine");

        Assert.Empty(Extract(".", [File("b")]));

        Assert.Equal("mine", System.IO.File.ReadAllText(Path.Combine(_inside, "a")));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("etcetera/x")]
    [InlineData(".")]
    [InlineData("/etc/x")]
    public void What_was_not_asked_for_is_refused(string name)
    {
        var refused = Extract("etc", [Folder("etc/"), File("etc/hosts"), File(name)]);

        Assert.Contains($"'{name}'", Assert.Single(refused).Message, StringComparison.Ordinal);
        Assert.Equal(["etc"], NamesIn(_inside));
        Assert.Equal(["hosts"], NamesIn(Path.Combine(_inside, "etc")));
    }

    [Fact]
    public void Program_of_the_containers_root_does_not_become_one_of_this_machines()
    {
        Assert.Empty(Extract(".", [File("program", 0b110_111_101_101)]));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(0b111_101_101, (int)System.IO.File.GetUnixFileMode(Path.Combine(_inside, "program")));
        }
    }

    [Fact]
    public void Archive_of_nothing_but_traps_is_given_up()
    {
        var failure = Assert.Throws<DockerException>(() => Extract(".", Enumerable.Range(0, 200).Select(number => File("../" + number))));

        Assert.Equal(DockerError.EntryRefused, failure.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> NamesIn(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private string Place(string text) => text.Replace("OUT", _outside, StringComparison.Ordinal);

    private List<DockerException> Extract(string sourceBase, IEnumerable<TarEntry> entries)
    {
        var refused = new List<DockerException>();
        var archive = Write(entries.Select(entry => entry with { Name = Place(entry.Name), LinkName = Place(entry.LinkName) }));
        new Extraction(_inside, EntryNaming.Of(sourceBase, newName: null), owners: false, refused.Add).Run(Read(archive), _ => { }, CancellationToken.None);
        return refused;
    }

    private sealed record Trick(string Refused, params TarEntry[] Entries)
    {
        public (string Name, string Target)? InPlace { get; init; }
    }
}
