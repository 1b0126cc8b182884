using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;

namespace HomelabPortal.Tests.Exposures;

public sealed class ExposureFormTests
{
    private static readonly BackendCatalog _catalog = new(
        [new ExposableService("media", "sonarr", [new ExposablePort("metrics", 9100), new ExposablePort("http", 8989)])],
        [new ExposableContainer("media-box", "10.0.0.150", "jellyfin", 8096)]);

    [Fact]
    public void ChooseService_SeveralPorts_TakesTheWebPortAndSuggestsAName()
    {
        var form = new ExposureForm();

        form.ChooseService(_catalog.Find("media", "sonarr")!, "cowlab.org");

        Assert.Equal("http", form.ServicePort);
        Assert.Equal("sonarr.cowlab.org", form.Hostname);
    }

    [Fact]
    public void Read_Service_IsALanExposureThatIsNotPublic()
    {
        var (exposure, faults) = ServiceForm().Read("exposure01", _catalog);

        Assert.Empty(faults);
        Assert.Equal(new KubernetesBackend("media", "sonarr", "http"), exposure?.Backend);
        Assert.Equal(Visibility.Lan, exposure?.Visibility);
        Assert.False(exposure?.IsPublicWithoutLogin);
    }

    [Fact]
    public void Read_EmptyForm_FindsEveryFaultAtOnce()
    {
        var (exposure, faults) = new ExposureForm().Read("exposure01", _catalog);

        Assert.Null(exposure);
        Assert.Equal([ExposureForm.BackendField, ExposureForm.HostnameField], faults.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_UnknownPort_NamesThePortsThereAre()
    {
        var form = ServiceForm();
        form.ServicePort = "8080";

        var (_, faults) = form.Read("exposure01", _catalog);

        Assert.Equal("sonarr has no port 8080. It has metrics (9100), http (8989).", faults[ExposureForm.PortField]);
    }

    [Fact]
    public void Read_UnknownService_SaysSoAndUnknownCatalogDoesNot()
    {
        var form = ServiceForm();
        form.Service = "media/radarr";

        Assert.Contains("no service radarr", form.Read("exposure01", _catalog).Faults[ExposureForm.BackendField], StringComparison.Ordinal);
        Assert.Empty(form.Read("exposure01", _catalog with { Services = null }).Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sonarr")]
    [InlineData("radarr.cowlab.org")]
    public void Read_InternetWithoutTheTypedHostname_IsRefused(string confirmation)
    {
        var form = ServiceForm();
        form.Visibility = Visibility.Tunnel;
        form.Confirmation = confirmation;

        var (exposure, faults) = form.Read("exposure01", _catalog);

        Assert.Null(exposure);
        Assert.Contains(ExposureForm.ConfirmField, faults.Keys);
    }

    [Fact]
    public void Read_InternetWithTheTypedHostname_IsPublicWithoutLogin()
    {
        var form = ServiceForm();
        form.Visibility = Visibility.Tunnel;
        form.Confirmation = " sonarr.cowlab.org ";

        Assert.True(form.Read("exposure01", _catalog).Exposure?.IsPublicWithoutLogin);
    }

    [Fact]
    public void Read_Container_LeadsToItsHostAndPublishedPort()
    {
        var form = new ExposureForm { BackendKind = BackendKind.Container };
        form.ChooseContainer(_catalog.Containers[0], "cowlab.org");

        Assert.Equal(new ContainerBackend("media-box", "jellyfin", 8096) { Address = "10.0.0.150", HostPort = 8096 }, form.Read("exposure01", _catalog).Exposure?.Backend);
    }

    [Fact]
    public void Read_ContainerThatIsUnreachable_SaysTheWayOut()
    {
        var catalog = _catalog with { Containers = [_catalog.Containers[0] with { WhyNot = "Publish it on the LAN address." }] };
        var form = new ExposureForm { BackendKind = BackendKind.Container };
        form.ChooseContainer(catalog.Containers[0], "cowlab.org");

        Assert.Equal("Publish it on the LAN address.", form.Read("exposure01", catalog).Faults[ExposureForm.BackendField]);
    }

    [Fact]
    public void Read_ContainerThatDoesNotRun_StaysOnlyWhereItWas()
    {
        var kept = new ContainerBackend("media-box", "sleeper", 80) { Address = "10.0.0.150", HostPort = 8080 };
        var form = new ExposureForm { BackendKind = BackendKind.Container, Container = "media-box/sleeper:80", Hostname = "s.cowlab.org" };

        Assert.Equal(kept, form.Read("exposure01", _catalog, before: kept).Exposure?.Backend);
        Assert.Contains(ExposureForm.BackendField, form.Read("exposure01", _catalog).Faults.Keys);
    }

    [Theory]
    [InlineData("127.0.0.1", "80", ExposureForm.BackendField)]
    [InlineData("not an address", "80", ExposureForm.BackendField)]
    [InlineData("10.0.0.175", "0", ExposureForm.PortField)]
    [InlineData("10.0.0.175", "70000", ExposureForm.PortField)]
    [InlineData("10.0.0.175", "web", ExposureForm.PortField)]
    public void Read_BadAddress_FaultIsAtItsField(string address, string port, string field)
    {
        var form = new ExposureForm { BackendKind = BackendKind.Address, Address = address, AddressPort = port, Hostname = "pikvm.cowlab.org" };

        Assert.Equal([field], form.Read("exposure01", _catalog).Faults.Keys);
    }

    private static ExposureForm ServiceForm()
    {
        var form = new ExposureForm();
        form.ChooseService(_catalog.Find("media", "sonarr")!, "cowlab.org");
        return form;
    }
}
