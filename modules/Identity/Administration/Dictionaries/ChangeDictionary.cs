using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Identity.Administration.Dictionaries;

/// <summary>Words an entry anew, moves it, takes it out of the choice or back, or puts the standard back. Codes never change.</summary>
internal sealed class ChangeDictionary(AnminDb db, DictionaryBook book, AdminChanges changes, CurrentActor current, CommandContext context, Reading reading, TimeProvider clock) : IUseCase<ChangeDictionary.Request, Done>
{
    internal const string Kind = "dictionary";

    /// <param name="Standard">True puts the program's or the pack's word and place back, and offers it.</param>
    public sealed record Request(string List, string Code, string? Label, int? Order, bool Disabled, string Reason, bool Standard = false) : IHasReason;

    public Permission Permission => IdentityPermissions.KeepDictionaries;

    public static string KeyOf(string list, string code) => $"{list}/{code}";

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (book.List(request.List) is not { } list || book.All(list).FirstOrDefault(e => e.Code == request.Code) is not { } now) return KernelProblems.NotFound;
        if (!list.Editable) return IdentityProblems.DictionaryFixed(list.Label);
        var why = reading.Text(request.Reason, "Reason", "修改原因");
        if (why is { Length: < 4 }) reading.Refuse(IdentityProblems.WhyTooShort);
        var label = request.Standard ? now.StandardLabel : reading.Text(request.Label, "Label", "名称", 20);
        if (!request.Standard && request.Order is null or < 0 or > 9999) reading.Refuse(IdentityProblems.MenuOrder);
        if (label is not null && book.All(list).Any(e => e.Code != request.Code && e.Label == label)) reading.Refuse(IdentityProblems.DictionaryTwice(label));
        if (request is { Standard: false, Disabled: true } && !book.All(list).Any(e => !e.Disabled && e.Code != request.Code)) reading.Refuse(IdentityProblems.DictionaryLast);
        if (reading.Problem is { } bad) return bad;
        var next = now with { Label = label!, Order = request.Standard ? now.StandardOrder : request.Order!.Value, Disabled = !request.Standard && request.Disabled };
        if (InWords(next) == InWords(now)) return IdentityProblems.SettingSame(now.Label);
        await KeepAsync(list, next, ct);
        changes.Note(Kind, KeyOf(list.Key, request.Code), InWords(now), InWords(next), why!);
        context.ReferenceChanged();
        return Done.It;
    }

    private async Task KeepAsync(CodeList list, DictionaryBook.Entry next, CancellationToken ct)
    {
        var row = await db.Set<DictionaryChoice>().FindAsync([list.Key, next.Code], ct);
        if (next is { Disabled: false } && next.Label == next.StandardLabel && next.Order == next.StandardOrder)
        {
            if (row is not null) db.Remove(row);
            return;
        }
        if (row is null) db.Add(row = new DictionaryChoice { List = list.Key, Code = next.Code, ChangedBy = current.Actor.Name, ChangedAt = clock.GetUtcNow() });
        (row.Label, row.Order, row.Disabled) = (next.Label == next.StandardLabel ? null : next.Label, next.Order == next.StandardOrder ? null : next.Order, next.Disabled);
        (row.ChangedBy, row.ChangedAt) = (current.Actor.Name, clock.GetUtcNow());
    }

    private static string InWords(DictionaryBook.Entry entry) => $"{entry.Label}，第{entry.Order}位{(entry.Disabled ? "，停用" : "")}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ChangeDictionary, Request, Done>("/dictionaries");
}
