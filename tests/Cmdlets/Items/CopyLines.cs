using System.Collections.Generic;

namespace DockerPS.Tests.Cmdlets.Items;

/// <summary>
/// The docker command's rules as a table: what there is to copy (src/), and what there may be where it goes (dir/ with one file, file, and links to both and to nothing).
/// </summary>
internal static class CopyLines
{
    /// <summary>Makes what there is to copy, and where it goes, below the folder that is the first argument. Times are fixed: a copy keeps them.</summary>
    public const string Setup = """
        cd "$1" && mkdir -p src/dir/sub src/empty dir &&
        echo a > src/dir/a && echo b > src/dir/sub/b && echo f > src/file && : > src/nothing && echo t > src/tool && chmod 750 src/tool && chmod 1777 src/empty &&
        echo u > 'src/dir/name with space' && echo w > 'src/dir/ünïcödé' && ln src/dir/a src/dir/hard &&
        ln -s a src/dir/link && ln -s /nowhere/x src/dir/absolute && ln -s dir src/dlink && ln -s file src/flink && ln -s nothing-there src/broken &&
        chown -R 1234:2345 src/dir && chmod 600 src/dir/sub/b &&
        echo old > dir/old && echo old > file && ln -s dir dlink && ln -s file flink && ln -s new broken &&
        find . -exec touch -h -d '2020-01-02 03:04:05' {} +
        """;

    public static IReadOnlyList<CopyLine> FromContainer { get; } = Both("C", "L");

    public static IReadOnlyList<CopyLine> ToContainer { get; } = [.. Both("L", "C"), new("L/src/dir", "C/dir", Archive: true), new("L/src/file", "C/new", Archive: true)];

    private static CopyLine[] Both(string from, string to) =>
    [
        // A file.
        new($"{from}/src/file", $"{to}/dir"),
        new($"{from}/src/file", $"{to}/dir/"),
        new($"{from}/src/file", $"{to}/dir/."),
        new($"{from}/src/file", $"{to}/dir/old"),
        new($"{from}/src/file", $"{to}/file"),
        new($"{from}/src/file", $"{to}/new"),
        new($"{from}/src/file", $"{to}/new/"),
        new($"{from}/src/file", $"{to}/none/new"),
        new($"{from}/src/file", $"{to}/dlink"),
        new($"{from}/src/file", $"{to}/dlink/"),
        new($"{from}/src/file", $"{to}/flink"),
        new($"{from}/src/file", $"{to}/broken"),
        new($"{from}/src/nothing", $"{to}/new"),
        new($"{from}/src/tool", $"{to}/tool"),
        new($"{from}/src/none", $"{to}/dir"),

        // A folder.
        new($"{from}/src/dir", $"{to}/dir"),
        new($"{from}/src/dir", $"{to}/dir/"),
        new($"{from}/src/dir/", $"{to}/dir"),
        new($"{from}/src/dir/.", $"{to}/dir"),
        new($"{from}/src/dir", $"{to}/new"),
        new($"{from}/src/dir", $"{to}/new/"),
        new($"{from}/src/dir/", $"{to}/new"),
        new($"{from}/src/dir/.", $"{to}/new"),
        new($"{from}/src/dir/.", $"{to}/dir/new"),
        new($"{from}/src/dir", $"{to}/file"),
        new($"{from}/src/dir/.", $"{to}/file"),
        new($"{from}/src/dir", $"{to}/none/new"),
        new($"{from}/src/dir", $"{to}/dlink"),
        new($"{from}/src/dir", $"{to}/flink"),
        new($"{from}/src/empty", $"{to}/dir"),
        new($"{from}/src/dir/../empty", $"{to}/new"),
        new($"{from}/src", $"{to}/new"),

        // Links.
        new($"{from}/src/flink", $"{to}/dir"),
        new($"{from}/src/flink", $"{to}/new"),
        new($"{from}/src/flink", $"{to}/dir", FollowLink: true),
        new($"{from}/src/flink", $"{to}/new", FollowLink: true),
        new($"{from}/src/dlink", $"{to}/dir"),
        new($"{from}/src/dlink", $"{to}/dir", FollowLink: true),
        new($"{from}/src/dlink", $"{to}/new", FollowLink: true),
        new($"{from}/src/dlink/.", $"{to}/dir"),
        new($"{from}/src/broken", $"{to}/dir"),
        new($"{from}/src/dir", $"{to}/dir", FollowLink: true),
    ];
}
