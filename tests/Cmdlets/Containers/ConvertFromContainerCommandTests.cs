using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DockerPS.Tests.Engines;
using Xunit;

namespace DockerPS.Tests.Cmdlets.Containers;

public sealed class ConvertFromContainerCommandTests(SharedEngines engines) : ContainerTests(engines)
{
    private const string Print =
        "$input | ConvertFrom-ContainerCommand | ForEach-Object { ($_.GetEnumerator() | ForEach-Object { \"$($_.Key)=$(@($_.Value) -join '|')\" }) -join '; ' }";

    [Fact]
    public void Line_is_read_as_docker_and_a_shell_read_it()
    {
        (string Line, string Table)[] lines =
        [
            ("docker run nginx", "Image=nginx"),
            ("docker create nginx", "Image=nginx"),
            ("docker container run nginx", "Image=nginx"),
            ("sudo docker run nginx", "Image=nginx"),
            ("$ docker run nginx", "Image=nginx"),
            ("/usr/bin/docker run nginx", "Image=nginx"),
            (@"C:\tools\docker.exe run nginx", "Image=nginx"),
            ("podman run nginx", "Image=nginx"),
            ("docker run -d --name web -p 8080:80 nginx:1.27", "Image=nginx:1.27; Name=web; Publish=8080:80"),
            ("docker run -p80:80 -p=81:81 --publish=82:82 --publish 83:83 nginx", "Image=nginx; Publish=80:80|81:81|82:82|83:83"),
            ("docker run -it --rm alpine sh", "Image=alpine; Interactive=True; Tty=True; Rm=True; Command=sh"),
            ("docker run -itd alpine", "Image=alpine; Interactive=True; Tty=True"),
            ("docker run -itv /a:/b alpine", "Image=alpine; Interactive=True; Tty=True; Volume=/a:/b"),
            ("docker run -t=false --init=false --detach=true alpine", "Image=alpine; Tty=False; Init=False"),
            ("docker run alpine ls -l --all -- x", "Image=alpine; Command=ls|-l|--all|--|x"),
            ("docker run -- alpine -x", "Image=alpine; Command=-x"),
            ("docker run --user 1 --user 2 alpine", "Image=alpine; User=2"),
            ("docker run --net host --dns-opt ndots:1 alpine", "Image=alpine; Network=host; DnsOption=ndots:1"),
            ("docker run --stop-timeout -1 --pids-limit 100 alpine", "Image=alpine; StopTimeout=-1; PidsLimit=100"),
            ("docker run --entrypoint '' alpine ''", "Image=alpine; Entrypoint=; Command="),
            ("docker run -h web -m 512m -u 1 -w /srv -l a=b -a stdout -c 5 alpine", "Image=alpine; Hostname=web; Memory=512m; User=1; Workdir=/srv; Label=a=b; Attach=stdout; CpuShares=5"),
            ("docker -H tcp://host:2375 run alpine", "Image=alpine; Engine=tcp://host:2375"),
            ("docker --context=prod container create alpine", "Image=alpine; Engine=prod"),
            ("docker run --pull=always --platform linux/amd64 -q alpine", "Image=alpine; Pull=always; Platform=linux/amd64; Quiet=True"),

            // Quotes and escapes.
            ("docker run -e 'A=x y' -e \"B=it's\" -e C=\\\"q\\\" alpine", "Image=alpine; Env=A=x y|B=it's|C=\"q\""),
            ("docker run alpine sh -c 'echo \"$HOME\" `date`; exit 3'", "Image=alpine; Command=sh|-c|echo \"$HOME\" `date`; exit 3"),
            ("docker run alpine echo a\\ b 'it'\\''s' \"a\\\\b\\$c\" x'y'\"z\"", "Image=alpine; Command=echo|a b|it's|a\\b$c|xyz"),
            ("docker run alpine echo \"`$x `\"y`\"\" 100$", "Image=alpine; Command=echo|$x \"y\"|100$"),
            ("docker run alpine echo 'a & b' \"c | d\" 'größe €'", "Image=alpine; Command=echo|a & b|c | d|größe €"),
            (@"docker run -v C:\data\new:/data --mount type=bind,source=C:\a,target=/b alpine", @"Image=alpine; Volume=C:\data\new:/data; Mount=type=bind,source=C:\a,target=/b"),
            ("docker run --mount 'type=bind,\"source=/a,b\",target=/c' alpine", "Image=alpine; Mount=type=bind,\"source=/a,b\",target=/c"),

            // Lines that go on, comments, blank lines.
            ("docker run \\\n  --name web \\\r\n  nginx", "Image=nginx; Name=web"),
            ("docker run `\n  --name web `  \n  nginx", "Image=nginx; Name=web"),
            ("docker run ^\r\n  --name web ^\r\n  nginx", "Image=nginx; Name=web"),
            ("docker run \"-e\" \"A=one\\\ntwo\" nginx # a comment", "Image=nginx; Env=A=onetwo"),
            ("# first\n\n   docker run nginx sh#x\n#last", "Image=nginx; Command=sh#x"),
            ("docker run -e 'A=one\ntwo' nginx", "Image=nginx; Env=A=one\ntwo"),
            ("docker run nginx \\", "Image=nginx"),
        ];
        var host = Session();

        Assert.All(lines, line => Assert.Equal([line.Table], host.Invoke(Print.Replace("$input", "$line", StringComparison.Ordinal), ("line", line.Line)).AssertSucceeded().Texts()));
    }

    [Fact]
    public void What_can_not_be_said_is_an_error_that_names_it()
    {
        (string Line, string Words)[] lines =
        [
            ("docker run --nonsense 5 alpine", "--nonsense is not an option of docker run"),
            ("docker run --Name web alpine", "--Name is not an option"),
            ("docker run -z alpine", "-z is not an option"),
            ("docker run -itz alpine", "-z in -itz is not an option"),
            ("docker run --sig-proxy=false alpine", "--sig-proxy has no parameter"),
            ("docker run --detach-keys ctrl-a alpine", "--detach-keys has no parameter"),
            ("docker run --help", "--help has no parameter"),
            ("docker --tls run alpine", "--tls is an option of the docker command itself"),
            ("docker run -p 80:80:80:x alpine", "-p: "),
            ("docker run --publish 99999:80 alpine", "--publish: "),
            ("docker run --memory lots alpine", "--memory: 'lots'"),
            ("docker run --health-interval 5 alpine", "--health-interval: "),
            ("docker run --restart sometimes alpine", "--restart: 'sometimes'"),
            ("docker run --pids-limit many alpine", "--pids-limit: 'many' is not a whole number"),
            ("docker run --rm=perhaps alpine", "--rm: 'perhaps' is neither true nor false"),
            ("docker run --attach nonsense alpine", "--attach: "),
            ("docker run --name", "--name has no value"),
            ("docker run -d", "has no image"),
            ("docker run ''", "has no image"),
            ("docker ps -a", "'docker ps' is neither docker run nor docker create"),
            ("docker container ls", "'docker container ls' is neither"),
            ("docker compose up", "'docker compose' is neither"),
            ("run nginx", "'run' is neither"),
            ("docker run alpine | cat", "'|' is for the shell"),
            ("docker run alpine && echo", "'&' is for the shell"),
            ("docker run alpine > file", "'>' is for the shell"),
            ("docker run -e A=$(date) alpine", "$(date) is for a shell"),
            ("docker run -e \"A=`date`\" alpine", "`date` is for a shell"),
            ("docker run -e A=${B:-c} alpine", "${B:-c} is for a shell"),
            ("docker run -e A=$DOCKERPS_SURELY_NOT_SET alpine", "There is no environment variable DOCKERPS_SURELY_NOT_SET"),
            ("docker run -e 'A=1 alpine", "A ' opens, and does not close"),
        ];
        var host = Session();

        Assert.All(lines, line =>
        {
            var error = host.Invoke("ConvertFrom-ContainerCommand $line", ("line", line.Line)).AssertError("InvalidArgument");
            Assert.Contains(line.Words, error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal(line.Line, error.TargetObject);
        });
    }

    [Fact]
    public void Variables_and_the_current_folder_are_filled_in()
    {
        var folder = Directory.CreateTempSubdirectory("dockerps-line-");
        try
        {
            var table = Session().Invoke(
                """
                Set-Location $folder; $env:DOCKERPS_TEST_WORD = 'a b'
                ConvertFrom-ContainerCommand 'docker run -v "$PWD":/a -v $(pwd):/b -v ${PWD}/x:/c -v `pwd`:/d -e "A=$DOCKERPS_TEST_WORD" -e B=$env:DOCKERPS_TEST_WORD -e C=''$D'' alpine'
                $env:DOCKERPS_TEST_WORD = $null
                """,
                ("folder", folder.FullName)).Single<OrderedDictionary>();

            Assert.Equal(["a", "b", "x:/c", "d"], ((string[])table["Volume"]!).Select((volume, index) => volume.Replace(folder.FullName, "", StringComparison.Ordinal).TrimStart(index == 2 ? '/' : ':').TrimStart('/')));
            Assert.Equal(["A=a b", "B=a b", "C=$D"], (string[])table["Env"]!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Script_from_the_pipeline_gives_a_table_for_each_command_and_an_error_spoils_only_its_own()
    {
        string[] script = ["#!/bin/sh", "", "docker run \\", "  --name one \\", "  alpine", "docker run --wrong alpine", "docker run --name two alpine sh -c 'one", "two'"];

        var outcome = Session().Invoke("$lines | ConvertFrom-ContainerCommand | ForEach-Object { $_.Name + ' ' + ($_.Command -join '|') }", ("lines", script));

        Assert.Equal(["one ", "two sh|-c|one\ntwo"], outcome.Texts());
        Assert.Equal("docker run --wrong alpine", outcome.AssertError("InvalidArgument").TargetObject);
    }

    [Theory, EveryEngine]
    public async Task Table_splats_into_the_cmdlets_that_make_containers(string version)
    {
        var (engine, host) = await PrepareAsync(version);
        var (made, started) = (Names.Next(), Names.Next());

        var outcome = host.Invoke(
            """
            $table = ConvertFrom-ContainerCommand 'docker run -d -e "A=x y" --label t=1 --stop-signal KILL busybox:test sleep 600'
            New-Container @table -Name $made
            $table.Name = $started
            $table.Env += 'B=2'
            Start-Container @table
            $line = ConvertFrom-ContainerCommand 'docker run --rm -e A="x  y" busybox:test sh -c ''echo "$A"'''
            Invoke-Container @line
            """,
            ("made", made),
            ("started", started)).AssertSucceeded();

        Assert.Equal([made, started, "x  y"], outcome.Texts());
        var config = (await InspectAsync(engine, started)).GetProperty("Config");
        Assert.Equal(["A=x y", "B=2"], config.GetProperty("Env").EnumerateArray().Select(item => item.GetString()!).Where(text => text[1] == '=').Order(StringComparer.Ordinal));
        Assert.False(config.GetProperty("AttachStdout").GetBoolean());
    }

    [Fact]
    public void Every_option_of_a_new_container_has_a_flag()
    {
        string[] own = ["Engine", "ThrottleLimit", "Image", "Command", "CommandArgument"];
        var host = Session();
        var parameters = host.Invoke("Get-Command New-Container").Single<CmdletInfo>().Parameters.Values
            .Where(parameter => !own.Contains(parameter.Name, StringComparer.Ordinal) && !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name));

        var lacking = new List<string>();
        foreach (var parameter in parameters)
        {
            // docker's own name has dashes somewhere, so each place is tried: one of them must be known.
            var words = string.Concat(parameter.Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? "-" + letter : letter.ToString())).ToLowerInvariant();
            string[] names = [words, words.Replace("-", "", StringComparison.Ordinal), .. Enumerable.Range(1, words.Count(letter => letter == '-')).Select(count => WithDashes(words, count))];
            if (!names.Any(name => host.Invoke("ConvertFrom-ContainerCommand $line", ("line", $"docker run --{name}")).AllErrors.All(error => !error.Exception.Message.Contains("is not an option", StringComparison.Ordinal))))
            {
                lacking.Add(parameter.Name);
            }
        }

        Assert.Empty(lacking);
    }

    private static string WithDashes(string words, int count)
    {
        var parts = words.Split('-');
        return string.Join('-', parts.Take(count)) + string.Concat(parts.Skip(count));
    }
}
