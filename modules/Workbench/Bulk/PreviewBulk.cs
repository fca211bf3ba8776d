using Anmin.Contracts.Workbench;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Workbench.Bulk;

/// <summary>批量办理的预览: the rows as they stand, and what each would answer if it were done now. Nothing is changed by looking.</summary>
internal sealed class PreviewBulk(BulkDesk desk) : IQuestion<PreviewBulk.Request, PreviewBulk.Reply>
{
    /// <param name="Values">What the fields say; null where they have not been asked yet.</param>
    /// <param name="Look">False where the rows are wanted and not what each would answer.</param>
    public sealed record Request(string? Action, IReadOnlyList<Guid>? Rows, IReadOnlyDictionary<string, string>? Values = null, bool Look = true);

    /// <param name="Gone">Picked rows that are not there or not within reach.</param>
    /// <param name="Looked">The answers are there.</param>
    /// <param name="Wrong">What is wrong with the fields, for every row alike.</param>
    public sealed record Reply(string Title, string Unit, string ListPath, string? Restores, IReadOnlyList<BulkField> Fields, IReadOnlyList<Row> Rows, int Gone, bool Looked, Problem? Wrong)
    {
        public int Can => Rows.Count(r => Looked && r.Refused is null);
    }

    /// <param name="Refused">Why this one cannot be done; null where it can, or where nobody has looked.</param>
    public sealed record Row(Guid Id, string Number, string Name, string Now, string Href, string? Refused);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (desk.Choose(request.Action, out var action) is { } refused) return refused;
        if (!(await desk.PickAsync(action, request.Rows, ct)).Try(out var found, out var problem)) return problem;
        var fields = await action.FieldsAsync(ct);
        var values = BulkDesk.Only(fields, request.Values);
        var wrong = request.Values is null ? null : Missing(fields, values);
        var looked = request.Look && wrong is null && (request.Values is not null || fields.Count == 0);
        var answers = looked ? await desk.RehearseAsync(action, found.Select(f => f.Id), values, ct) : [];
        // what every row refuses at the same field is wrong with the field
        if (looked && answers.Select(a => a.Problem).Distinct().ToList() is [{ Field: { } field } same] && fields.Any(f => f.Name == field)) (wrong, looked) = (same, false);
        return new Reply(action.Title, action.Unit, action.ListPath, action.Restores, fields, [.. found.Select((f, i) => new Row(f.Id, f.Number, f.Name, f.Now, f.Href, looked ? answers[i].Problem?.Message : null))], request.Rows!.Distinct().Count() - found.Count, looked, wrong);
    }

    internal static Problem? Missing(IReadOnlyList<BulkField> fields, IReadOnlyDictionary<string, string> values)
    {
        foreach (var field in fields)
        {
            if (values.GetValueOrDefault(field.Name) is not { } value)
            {
                if (!field.Optional) return KernelProblems.Required(field.Name, field.Label);
                continue;
            }
            if (field.Choices is null ? value.Length > field.MaxLength : field.Choices.All(c => c.Key != value)) return KernelProblems.Required(field.Name, field.Label);
        }
        return null;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<PreviewBulk, Request, Reply>("/bulk/preview");
}
