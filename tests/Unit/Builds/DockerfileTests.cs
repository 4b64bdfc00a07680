using System;
using System.Linq;
using DockerPS.Builds;
using Xunit;

namespace DockerPS.Tests.Unit.Builds;

public sealed class DockerfileTests
{
    [Theory]
    [InlineData("FROM a\nRUN --mount=type=cache,target=/c make", "line 2: RUN --mount")]
    [InlineData("FROM a\n\n# more\nrun \\\n  --mount=type=secret,id=x \\\n  make", "line 4: RUN --mount")]
    [InlineData("FROM a\nRUN --network=none make", "line 2: RUN --network")]
    [InlineData("FROM a\nCOPY --from=b --chmod=755 x y", "line 2: COPY --chmod")]
    [InlineData("FROM a\nADD --checksum=sha256:0 http://x y", "line 2: ADD --checksum")]
    [InlineData("FROM a\nCOPY --link x y", "line 2: COPY --link")]
    [InlineData("FROM a\nONBUILD COPY --link x y", "line 2: COPY --link")]
    [InlineData("FROM a\nRUN <<EOF\nmake\nEOF", "line 2: RUN <<EOF, a here-document")]
    [InlineData("FROM a\nRUN python3 <<-'X Y'\nprint()\nX Y", "line 2: RUN <<X Y, a here-document")]
    [InlineData("FROM a\nRUN cat 3<<A <<\"B\"\n1\nA\n2\nB", "line 2: RUN <<A, a here-document")]
    [InlineData("FROM a\nCOPY <<one <<two /x/\n1\none\n2\ntwo", "line 2: COPY <<one, a here-document")]
    [InlineData("# syntax=docker/dockerfile:1\nFROM a", "line 1: '# syntax=docker/dockerfile:1'")]
    [InlineData("#escape=`\n# Syntax = x\nFROM a", "line 1: '# syntax=x'")]
    public void What_only_BuildKit_knows_is_found(string text, string found) => Assert.Equal(found, Dockerfile.Parse(text).FirstForBuildKitOnly());

    [Theory]
    [InlineData("FROM --platform=linux/amd64 a AS b\nCOPY --from=b --chown=1:1 x y\nADD --chown=2 x y\nHEALTHCHECK --interval=1s CMD x")]
    [InlineData("FROM a\nRUN echo --mount <<<EOF")]
    [InlineData("FROM a\nRUN echo \"a <<EOF b\" && echo 'x <<EOF'")]
    [InlineData("FROM a\nRUN echo $((1<<2))")]
    [InlineData("FROM a\nENV X=<<EOF")]
    [InlineData("FROM a\n# syntax=not/at:thetop")]
    [InlineData("FROM a\nRUN echo \\\n# RUN --mount=type=x\n  done")]
    [InlineData("")]
    public void What_the_classic_builder_knows_is_not(string text) => Assert.Null(Dockerfile.Parse(text).FirstForBuildKitOnly());

    [Fact]
    public void Instructions_are_read_with_continued_lines_and_without_documents()
    {
        var instructions = Dockerfile.Parse("# escape=`\nFROM a `\n  AS b\nRUN <<EOF cat\nFROM not\nEOF\n\nLABEL c=d\\\nUSER e\n").Instructions;

        Assert.Equal(
            [(2, "FROM", "a   AS b"), (4, "RUN", "<<EOF cat"), (8, "LABEL", "c=d\\"), (9, "USER", "e")],
            instructions.Select(instruction => (instruction.Line, instruction.Keyword, instruction.Arguments)));
    }

    [Theory]
    [InlineData("COPY . /app", true)]
    [InlineData("ADD ./ /app", true)]
    [InlineData("COPY [\".\", \"/app\"]", true)]
    [InlineData("COPY a b /app/", false)]
    [InlineData("COPY --from=x . /app", false)]
    [InlineData("COPY * /app/", true)]
    [InlineData("RUN x .", false)]
    public void Copies_of_the_whole_context_are_known(string instruction, bool all) => Assert.Equal(all, Dockerfile.Parse("FROM a\n" + instruction).CopiesAll);
}
