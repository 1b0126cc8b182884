using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Importing;
using HomelabPortal.Dns.ZoneFiles;

namespace HomelabPortal.Tests.Dns.Importing;

public sealed class ZoneFileComparisonTests
{
    [Fact]
    public void Of_FileBesideTheZone_TellsNewFromThereFromInTheWay()
    {
        var zone = new DnsZone("z1", "cowlab.org", "active", false,
            [new LiveRecord("r1", "a.cowlab.org", new DnsValue("A", "192.0.2.1", 300, false)), new LiveRecord("r2", "b.cowlab.org", new DnsValue("CNAME", "x.example.org", 1, false))]);
        var desired = new DesiredState { DnsEntries = [EntryPlans.Entry("TXT", "wanted", "w.cowlab.org")] };
        var file = ZoneFileReader.Read("a 300 A 192.0.2.1\na 600 A 192.0.2.1\nb A 192.0.2.2\nn A 192.0.2.3\nw 1 TXT wanted", "cowlab.org");

        var lines = ZoneFileComparison.Of(file, zone, desired);

        Assert.Equal([ImportState.There, ImportState.OtherManner, ImportState.InTheWay, ImportState.New, ImportState.There], lines.Select(line => line.State));
        Assert.Equal([false, false, false, true, false], lines.Select(line => line.CanAdd));
    }
}
