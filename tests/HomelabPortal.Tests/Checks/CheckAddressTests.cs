using System.Net;
using HomelabPortal.Checks.Asking;

namespace HomelabPortal.Tests.Checks;

public sealed class CheckAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("224.0.0.1")]
    [InlineData("ff02::1")]
    [InlineData("255.255.255.255")]
    public void Address_OfTheMachineALinkOrAGroup_IsNotAsked(string address) => Assert.NotNull(CheckAddresses.WhyNot(IPAddress.Parse(address), allowsLoopback: false));

    [Theory]
    [InlineData("10.0.0.20")]
    [InlineData("192.168.1.1")]
    [InlineData("1.1.1.1")]
    [InlineData("fd12::20")]
    [InlineData("2606:4700::1111")]
    public void Address_OfTheHouseOrTheInternet_IsAsked(string address) => Assert.Null(CheckAddresses.WhyNot(IPAddress.Parse(address), allowsLoopback: false));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("169.254.169.254", false)]
    public void Setting_LetsTheMachineItselfBeAskedAndNothingElse(string address, bool isAsked) =>
        Assert.Equal(isAsked, CheckAddresses.WhyNot(IPAddress.Parse(address), allowsLoopback: true) is null);
}
