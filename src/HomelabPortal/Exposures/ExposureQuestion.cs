using HomelabPortal.Desired;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Exposures;

/// <summary>One act on an exposure, as the dialog asks about it.</summary>
public sealed record ExposureQuestion(string Title, string Words, DesiredEdit? Edit, ActKind Kind = ActKind.Primary, string? TypedName = null)
{
    public static ExposureQuestion None { get; } = new("", "", null);

    public static ExposureQuestion Withdraw(Exposure exposure) => new(
        $"Take {exposure.Hostname} off the Internet?", $"Take {exposure.Hostname} off the Internet",
        new DesiredEdit.PutExposure(exposure with { Visibility = Visibility.Lan, IsPublicWithoutLogin = false, LoginPolicy = null, OpenPaths = [], ExpiresAt = null }));

    public static ExposureQuestion Remove(Exposure exposure) => new(
        $"Remove {exposure.Hostname}?", $"Remove {exposure.Hostname}", new DesiredEdit.RemoveExposure(exposure.Id), ActKind.Danger);
}
