namespace HomelabPortal.Desired;

/// <summary>Who did it: a person's name, or the portal itself.</summary>
internal sealed record Actor(string Name)
{
    public static Actor Portal { get; } = new("portal");
}
