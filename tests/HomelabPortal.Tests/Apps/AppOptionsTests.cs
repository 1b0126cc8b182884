using HomelabPortal.Apps;

namespace HomelabPortal.Tests.Apps;

public sealed class AppOptionsTests
{
    [Fact]
    public void Links_ThatCannotBeOpened_AreNamedWithTheirPlace()
    {
        var options = new AppOptions();
        options.Links.Add(new LinkOptions { Name = "Switch", Href = "https://10.0.0.2/" });
        options.Links.Add(new LinkOptions { Href = "javascript:alert(1)" });

        Assert.Equal(["Apps:Links:1 has no name", "Apps:Links:1:Href “javascript:alert(1)” is not a web address"], options.Faults().Select(fault => fault.Split('.')[0]));
    }

    [Fact]
    public void Links_OfOneName_AreNotTwo()
    {
        var options = new AppOptions();
        options.Links.Add(new LinkOptions { Name = "Switch", Href = "https://10.0.0.2/" });
        options.Links.Add(new LinkOptions { Name = "Switch ", Href = "https://10.0.0.3/" });

        Assert.Equal("Apps:Links:1:Name “Switch ” is the name of another link. Give each its own: favourites are kept by it.", Assert.Single(options.Faults()));
    }
}
