using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Pages;

/// <summary>Roles in the words of the pages.</summary>
internal static class RoleWords
{
    public static string Word(this Role role) => role.ToString().ToLowerInvariant();

    public static string Title(this Role role) => role.ToString();

    /// <summary>What the role lets a person do, for whoever chooses it.</summary>
    public static string Meaning(this Role role) => role switch
    {
        Role.Viewer => "Sees everything of the lab and changes nothing.",
        Role.Operator => "Exposes services in the house, takes exposures back, and reads the audit.",
        _ => "Decides what the Internet reaches, who may come in, and how far the portal goes by itself.",
    };
}
