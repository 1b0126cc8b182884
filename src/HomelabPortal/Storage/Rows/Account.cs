using Microsoft.AspNetCore.Identity;

namespace HomelabPortal.Storage.Rows;

/// <summary>A person who may sign in. Password, passkeys and logins are the framework's; role and state are ours.</summary>
internal sealed class Account : IdentityUser
{
    public Role Role { get; set; }

    /// <summary>A disabled account keeps its record and loses every session and token.</summary>
    public bool IsDisabled { get; set; }

    public long CreatedAtTicks { get; set; }
}
