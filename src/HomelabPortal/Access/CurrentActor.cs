using HomelabPortal.Desired;

namespace HomelabPortal.Access;

/// <summary>Who acts on this circuit. There is no sign-in yet: whoever reaches the portal is its owner.</summary>
internal sealed class CurrentActor
{
    public Actor Actor { get; } = new("owner");
}
