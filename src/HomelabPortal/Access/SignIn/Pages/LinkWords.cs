using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.SignIn.Pages;

internal static class LinkWords
{
    /// <summary>The role in a sentence, and what it means.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Admin => "an admin, who decides what the Internet reaches and who may come in",
        Role.Operator => "an operator, who runs what is there and exposes services in the house",
        _ => "a viewer, who sees everything and changes nothing",
    };
}
