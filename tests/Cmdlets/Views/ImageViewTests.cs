using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What images look like, on the engine and in registries.</summary>
public sealed class ImageViewTests : RenderedTests
{
    private const string Images = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.ContainerImage] @{ ImageId = 'sha256:a1b2c3d4e5f6a7b8'; Repository = 'nginx'; Tag = '1.29'; Created = $created; Size = 192MB; Containers = 'web', 'api' }
        [DockerPS.ContainerImage] @{ ImageId = 'sha256:ffeeddccbbaa9988'; Created = (Get-Date).AddSeconds(-90); Size = 1.5GB }
        [DockerPS.ContainerImage] @{ ImageId = 'sha256:0011223344556677'; Repository = 'registry.example:5000/team/application'; Tag = '2026.11.30-alpine'; Created = $created; Size = 999 }
        """;

    private const string Layers = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.ContainerImageLayer] @{ ImageId = 'sha256:a1b2c3d4e5f6a7b8'; Created = $created; Size = 74MB; CreatedBy = 'CMD ["nginx" "-g" "daemon off;"]' }
        [DockerPS.ContainerImageLayer] @{ Created = $created; CreatedBy = 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit' }
        """;

    private const string Removals = """
        [DockerPS.ContainerImageRemoval] @{ Action = 'Untagged'; Name = 'nginx:1.29' }
        [DockerPS.ContainerImageRemoval] @{ Action = 'Deleted'; Name = 'sha256:' + 'a1b2c3d4' * 8 }
        """;

    private const string FoundImages = """
        [DockerPS.ContainerImageSearchResult] @{ Name = 'nginx'; Stars = 20871; IsOfficial = $true; Description = 'Official build of Nginx.' }
        [DockerPS.ContainerImageSearchResult] @{ Name = 'bitnami/nginx'; Stars = 199; Description = 'Bitnami container image for NGINX, with a long description' }
        """;

    private const string Tags = """
        [DockerPS.ContainerImageTag] @{ Repository = 'registry.example:5000/team/application'; Tag = '2026.11.30-alpine' }
        """;

    private const string ClearedBuildCaches = """
        [DockerPS.ClearedBuildCache] @{ SpaceReclaimed = 123456789; Deleted = 'a', 'b'; Engine = 'default' }
        """;

    [Fact]
    public void Images_at_80_columns() => Shows(80, Images, """
        Repository                               Tag                  Size ImageId
        ----------                               ---                  ---- -------
        nginx                                    1.29              201.3MB a1b2c3d4e5f6
        <none>                                   <none>            1.611GB ffeeddccbbaa
        registry.example:5000/team/application   2026.11.30-alpine    999B 001122334455
        """);

    [Fact]
    public void Images_at_120_columns() => Shows(120, Images, """
        Repository                               Tag                  Size ImageId      Created        Containers
        ----------                               ---                  ---- -------      -------        ----------
        nginx                                    1.29              201.3MB a1b2c3d4e5f6 3 days ago     web, api
        <none>                                   <none>            1.611GB ffeeddccbbaa 1 minute ago
        registry.example:5000/team/application   2026.11.30-alpine    999B 001122334455 3 days ago
        """);

    [Fact]
    public void Layers_at_80_columns() => Shows(80, Layers, """
        ImageId      Created           Size CreatedBy
        -------      -------           ---- ---------
        a1b2c3d4e5f6 3 days ago     77.59MB CMD ["nginx" "-g" "daemon off;"]
                     3 days ago          0B RUN /bin/sh -c apt-get update && apt-get i…
        """);

    [Fact]
    public void Layers_at_120_columns() => Shows(120, Layers, """
        ImageId      Created           Size CreatedBy
        -------      -------           ---- ---------
        a1b2c3d4e5f6 3 days ago     77.59MB CMD ["nginx" "-g" "daemon off;"]
                     3 days ago          0B RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit
        """);

    [Fact]
    public void Removals_at_80_columns() => Shows(80, Removals, """
        Action    Name
        ------    ----
        Untagged  nginx:1.29
        Deleted   sha256:a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c…
        """);

    [Fact]
    public void Removals_at_120_columns() => Shows(120, Removals, """
        Action    Name
        ------    ----
        Untagged  nginx:1.29
        Deleted   sha256:a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4
        """);

    [Fact]
    public void Found_images_at_80_columns() => Shows(80, FoundImages, """
        Name                                   Stars Official Description
        ----                                   ----- -------- -----------
        nginx                                  20871 True     Official build of Nginx.
        bitnami/nginx                            199 False    Bitnami container image …
        """);

    [Fact]
    public void Found_images_at_120_columns() => Shows(120, FoundImages, """
        Name                                   Stars Official Description
        ----                                   ----- -------- -----------
        nginx                                  20871 True     Official build of Nginx.
        bitnami/nginx                            199 False    Bitnami container image for NGINX, with a long description
        """);

    [Fact]
    public void Tags_at_80_columns() => Shows(80, Tags, """
        Repository                                         Tag
        ----------                                         ---
        registry.example:5000/team/application             2026.11.30-alpine
        """);

    [Fact]
    public void Tags_at_120_columns() => Shows(120, Tags, """
        Repository                                         Tag
        ----------                                         ---
        registry.example:5000/team/application             2026.11.30-alpine
        """);

    [Fact]
    public void Cleared_build_caches_at_80_columns() => Shows(80, ClearedBuildCaches, """
        Count    SpaceReclaimed Engine
        -----    -------------- ------
        2               123.5MB default
        """);

    [Fact]
    public void Cleared_build_caches_at_120_columns() => Shows(120, ClearedBuildCaches, """
        Count    SpaceReclaimed Engine
        -----    -------------- ------
        2               123.5MB default
        """);

    [Fact]
    public void Images_side_by_side_are_names_that_docker_takes() => Shows(120, "& {\n" + Images + "\n} | Format-Wide -Column 2", """
        nginx:1.29                                                  ffeeddccbbaa
        registry.example:5000/team/application:2026.11.30-alpine
        """);

    [Fact]
    public void Tags_side_by_side_are_names_that_docker_takes() => Shows(80, Tags + " | Format-Wide -Column 1", """
        registry.example:5000/team/application:2026.11.30-alpine
        """);
}
