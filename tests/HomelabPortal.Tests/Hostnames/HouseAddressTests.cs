using System.Net;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Tests.Hostnames;

public sealed class HouseAddressTests
{
    [Theory]
    [InlineData("104.16.132.229")]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::6810:84e5")]
    public void IsPublic_AddressOfTheInternet_IsTrue(string address) => Assert.True(HouseAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.99")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("fc00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.99")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::10.0.0.99")]
    [InlineData("64:ff9b::a00:63")]
    [InlineData("2002:a00:63::1")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("2001:db8::1")]
    public void IsPublic_AddressOfAHouse_IsFalse(string address) => Assert.False(HouseAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void IsPublic_AnyAddress_IsNeverPrivateToo() => Prop.ForAll<byte[]>(bytes =>
    {
        var address = new IPAddress([.. (bytes ?? []).Concat(new byte[16]).Take(bytes is { Length: > 8 } ? 16 : 4)]);
        return !(HouseAddresses.IsPublic(address) && HouseAddresses.IsPrivate(address));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"Status":0,"Answer":[{"type":5,"data":"x.example.net."},{"type":1,"data":"104.16.1.1"},{"type":28,"data":"2606:4700::1"}]}""", "104.16.1.1 2606:4700::1")]
    [InlineData("""{"Status":3}""", "")]
    [InlineData("""{"Answer":[{"type":"1","data":"104.16.1.1"},{"type":1,"data":7},{"type":1},null,5]}""", "")]
    [InlineData("[]", "")]
    public void Resolver_Answer_IsReadForItsAddressesOnly(string json, string addresses) =>
        Assert.Equal(addresses, string.Join(' ', EdgeResolver.Read(json)));
}
