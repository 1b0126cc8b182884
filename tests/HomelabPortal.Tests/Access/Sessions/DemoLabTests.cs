using System.Net;
using HomelabPortal.Access.Sessions;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Access.Sessions;

public sealed class DemoLabTests
{
    [Theory]
    [InlineData(true, "127.0.0.1", true)]
    [InlineData(true, "::1", true)]
    [InlineData(true, "::ffff:127.0.0.1", true)]
    [InlineData(true, "10.0.0.9", false)]
    [InlineData(true, null, false)]
    [InlineData(false, "127.0.0.1", false)]
    public void Admits_Visitors_OfTheSimulatedLabOnThisMachineOnly(bool simulated, string? address, bool admitted)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = address is null ? null : IPAddress.Parse(address) } };

        Assert.Equal(admitted, new DemoLab(simulated).Admits(context));
    }
}
