using HomelabPortal.Api;
using HomelabPortal.Desired;

namespace HomelabPortal.Activity.Api;

/// <summary>How far the portal may go by itself: observe, upsert or sync.</summary>
internal sealed record PolicyResource(ChangePolicy Policy)
{
    public ApiAnswer ToAnswer() => ApiAnswer.Of(this, TagOf(Policy));

    public static string TagOf(ChangePolicy policy) => EntityTags.Of(policy.ToString());
}
