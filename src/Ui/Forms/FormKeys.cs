namespace Anmin.Ui.Forms;

/// <summary>The idempotency keys of the forms on one page.</summary>
public sealed class FormKeys
{
    internal event Action? Renewed;

    public static string Draw() => Guid.CreateVersion7().ToString("N");

    /// <summary>The key was spent on another content: whoever sends again after being told so means something new.</summary>
    public void Renew() => Renewed?.Invoke();
}
