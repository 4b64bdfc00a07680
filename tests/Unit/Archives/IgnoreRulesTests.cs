using System;
using System.Linq;
using DockerPS.Archives;
using Xunit;

namespace DockerPS.Tests.Unit.Archives;

/// <summary>The rules of <c>.dockerignore</c>, each with what docker does by them.</summary>
public sealed class IgnoreRulesTests
{
    [Theory]
    // Names mean the root alone, and all that is below.
    [InlineData("a", "a", true)]
    [InlineData("a", "a/b/c", true)]
    [InlineData("a", "b/a", false)]
    [InlineData("a", "ab", false)]
    [InlineData("a/", "a/b", true)]
    [InlineData("/a", "a", true)]
    [InlineData("./a", "a", true)]
    [InlineData("a//b", "a/b", true)]
    [InlineData("a/../b", "b", true)]
    [InlineData("a/./b/", "a/b/c", true)]
    [InlineData("../a", "a", false)]
    [InlineData("/", "a", false)]
    // A star ends at a slash, two do not.
    [InlineData("*", "a", true)]
    [InlineData("*", "a/b", true)]
    [InlineData("*.log", "x.log", true)]
    [InlineData("*.log", "a/x.log", false)]
    [InlineData("*/*.log", "a/x.log", true)]
    [InlineData("*/*.log", "a/b/x.log", false)]
    [InlineData("**/*.log", "x.log", true)]
    [InlineData("**/*.log", "a/b/x.log", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("**/x", "x", true)]
    [InlineData("**/x", "a/b/x", true)]
    [InlineData("**/x", "a/yx", false)]
    [InlineData("**/x", "a/x/y", true)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a**", "ab/c", true)]
    [InlineData("**a", "b/xa", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ab/c", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[ab]x", "bx", true)]
    [InlineData("[^ab]x", "bx", false)]
    [InlineData("[a-c]x", "bx", true)]
    // What regular expressions take for something is but a letter here.
    [InlineData("a.b", "axb", false)]
    [InlineData("a+b", "a+b", true)]
    [InlineData("a(b)", "a(b)", true)]
    [InlineData("a{1}$*", "a{1}$x", true)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "x", false)]
    [InlineData("a\\?b", "a?b", true)]
    // Comments begin in the first column; white space around does not count, within it does.
    [InlineData("#a", "#a", false)]
    [InlineData(" #a", "#a", true)]
    [InlineData("  a b  ", "a b", true)]
    [InlineData("a\r\nb", "a", true)]
    [InlineData("\uFEFFa", "a", true)]
    // The last that means a path decides.
    [InlineData("*.md\n!README.md", "README.md", false)]
    [InlineData("*.md\n!README.md", "other.md", true)]
    [InlineData("!README.md\n*.md", "README.md", true)]
    [InlineData("a\n!a/b", "a/b", false)]
    [InlineData("a\n!a/b", "a/b/c", false)]
    [InlineData("a\n!a/b\na/b/c", "a/b/c", true)]
    [InlineData("*\n!a", "a/b", false)]
    [InlineData("! a\n", "a", false)]
    [InlineData("*\n! a ", "a", false)]
    [InlineData("a/*\n!a/*.txt\n", "a/x.txt", false)]
    public void Path_is_ignored_or_not(string rules, string path, bool ignored) =>
        Assert.Equal(ignored, IgnoreRules.Parse(rules).Ignore(path));

    [Theory]
    [InlineData("!")]
    [InlineData("a[b")]
    [InlineData("[]a]")]
    [InlineData("[-]")]
    [InlineData("a\\")]
    [InlineData("[a-]")]
    public void Malformed_pattern_is_refused(string rules) => Assert.Throws<FormatException>(() => IgnoreRules.Parse(rules));

    [Theory]
    [InlineData("a\n!a/b", "a", true, true)]
    [InlineData("a\n!b", "a", false, false)]
    [InlineData("a\n!**/keep", "a", false, true)]
    [InlineData("*\n!a/b/c", "a/b", true, true)]
    [InlineData("*\n!ab", "a", false, false)]
    [InlineData("*\n!a/**", "a", true, true)]
    public void Ignored_folder_is_looked_into_where_an_exception_may_be_in_it(string rules, string folder, bool classic, bool buildKit) => Assert.Equal(
        (classic, buildKit), (IgnoreRules.Parse(rules).MayTakeFrom(folder, wildcards: false), IgnoreRules.Parse(rules).MayTakeFrom(folder, wildcards: true)));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a*[b]?\\c")]
    public void Path_is_taken_back_in_whatever_letters_it_has(string path) => Assert.False(IgnoreRules.Parse("**").Without(path).Ignore(path));

    [Theory]
    [InlineData("", ".")]
    [InlineData("a/", "a")]
    [InlineData("/a/../..", "/")]
    [InlineData("a/../../b", "../b")]
    [InlineData("./.", ".")]
    public void Paths_are_cleaned(string path, string clean) => Assert.Equal(clean, SlashPath.Clean(path));
}
