using Xunit;

namespace DockerPS.Tests.Cmdlets.Views;

/// <summary>What networks look like.</summary>
public sealed class NetworkViewTests : RenderedTests
{
    private const string Networks = """
        $created = (Get-Date).AddDays(-3).AddHours(-1)
        [DockerPS.ContainerNetwork] @{
            NetworkId = 'a1b2c3d4e5f6a7b8'; Name = 'bridge'; Driver = 'bridge'; Scope = 'local'; Created = $created; IPv4 = $true; Pools = @([DockerPS.AddressPool] @{ Subnet = '172.17.0.0/16' })
        }
        [DockerPS.ContainerNetwork] @{
            NetworkId = 'ffeeddccbbaa9988'; Name = 'shop_default'; Driver = 'bridge'; Scope = 'local'; Created = $created; IPv4 = $true; IPv6 = $true; Internal = $true
            Pools = [DockerPS.AddressPool] @{ Subnet = '172.18.0.0/16' }, [DockerPS.AddressPool] @{ Subnet = 'fd00:1::/64' }
        }
        """;

    private const string Members = """
        [DockerPS.ContainerNetworkMember] @{ ContainerId = 'a1b2c3d4e5f6a7b8'; Name = 'web'; IPAddress = '192.168.100.200/24'; IPv6Address = 'fd00:1::2/64'; MacAddress = '02:42:ac:11:00:02' }
        """;

    [Fact]
    public void Networks_at_80_columns() => Shows(80, Networks, """
        Name                    Driver   Scope  Pools                      NetworkId
        ----                    ------   -----  -----                      ---------
        bridge                  bridge   local  172.17.0.0/16              a1b2c3d4e5f6
        shop_default            bridge   local  172.18.0.0/16, fd00:1::/64 ffeeddccbbaa
        """);

    [Fact]
    public void Networks_at_120_columns() => Shows(120, Networks, """
        Name                    Driver   Scope  Pools                      NetworkId    Created        Flags
        ----                    ------   -----  -----                      ---------    -------        -----
        bridge                  bridge   local  172.17.0.0/16              a1b2c3d4e5f6 3 days ago
        shop_default            bridge   local  172.18.0.0/16, fd00:1::/64 ffeeddccbbaa 3 days ago     internal, IPv6
        """);

    [Fact]
    public void Members_at_80_columns() => Shows(80, Members, """
        Name                          ContainerId  IPAddress          MacAddress
        ----                          -----------  ---------          ----------
        web                           a1b2c3d4e5f6 192.168.100.200/24 02:42:ac:11:00:02
        """);

    [Fact]
    public void Members_at_120_columns() => Shows(120, Members, """
        Name                          ContainerId  IPAddress          MacAddress        IPv6Address
        ----                          -----------  ---------          ----------        -----------
        web                           a1b2c3d4e5f6 192.168.100.200/24 02:42:ac:11:00:02 fd00:1::2/64
        """);
}
