using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Desired;

public sealed class EditActsTests
{
    private static readonly Exposure _inHouse = Desire.Exposure();
    private static readonly Exposure _public = _inHouse with { Visibility = Visibility.Tunnel };

    [Fact]
    public void Exposing_InTheHouse_IsNotPublishing() =>
        Assert.Equal(Act.ExposeInHouse, EditActs.Of(new DesiredEdit.PutExposure(_inHouse), new DesiredState()));

    [Fact]
    public void AnyEdit_ThatLeavesItPublic_IsPublishing()
    {
        Assert.Equal(Act.Publish, EditActs.Of(new DesiredEdit.PutExposure(_public), new DesiredState()));
        Assert.Equal(Act.Publish, EditActs.Of(new DesiredEdit.PutExposure(_public), new DesiredState { Exposures = [_public] }));
    }

    [Fact]
    public void TakingOffTheInternet_NeedsNoAdmin() =>
        Assert.Equal(Act.RemoveExposure, EditActs.Of(new DesiredEdit.PutExposure(_inHouse), new DesiredState { Exposures = [_public] }));
}
