using Microsoft.JSInterop;

namespace HomelabPortal.Access.Pages;

/// <summary>Asks the browser for passkeys; <c>js/passkeys.js</c> does it, and speaks with the endpoints itself.</summary>
internal sealed class PasskeyScript(IJSRuntime script)
{
    /// <summary>A person may need a while to find the key: longer than a call to the browser usually may take.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>Adds one to the account. Null when it is there, else what to tell the person.</summary>
    /// <param name="label">What it is called until its owner names it.</param>
    public async Task<string?> AddAsync(string label)
    {
        try
        {
            return await script.InvokeAsync<string?>("portalPasskeys.add", _patience, label);
        }
        catch (JSDisconnectedException)
        {
            return null;
        }
    }
}
