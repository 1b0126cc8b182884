using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HomelabPortal.Ui.Acts;

/// <summary>The few things only the browser can do; <c>js/portal.js</c> does them. A lost connection is not a fault here.</summary>
internal sealed class PortalScript(IJSRuntime script)
{
    public Task ShowModalAsync(ElementReference dialog) => CallAsync("portal.showModal", dialog);

    public Task CloseAsync(ElementReference dialog) => CallAsync("portal.close", dialog);

    private async Task CallAsync(string function, object argument)
    {
        try
        {
            await script.InvokeVoidAsync(function, argument);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its dialogs with it.
        }
    }
}
