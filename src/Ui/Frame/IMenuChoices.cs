namespace Anmin.Ui.Frame;

/// <summary>What administrators made of the entries the modules registered: other words, another order, or not shown here.</summary>
public interface IMenuChoices
{
    /// <summary>As this installation shows them, in order. Rights are none of its business.</summary>
    IEnumerable<MenuEntry> Arrange(IEnumerable<MenuEntry> entries);
}
