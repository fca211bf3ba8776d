using Anmin.Complaints.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Statements;

/// <summary>要求说明: the bureau asks an institution in its own words. Whose complaint it is is not told.</summary>
internal sealed class AskStatement(ComplaintsDesk desk, Reading reading) : IUseCase<AskStatement.Request, Done>
{
    /// <param name="Institution">Empty for the one the complaint is about.</param>
    public sealed record Request(Guid Id, string? Institution, string? Asked);

    public Permission Permission => ComplaintsPermissions.HandleComplaint;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var asked = reading.Text(FileComplaint.OneLine(request.Asked), nameof(request.Asked), "要说明的事项", 500);
        if (reading.Problem is { } bad) return bad;
        if (!(await desk.OpenAsync(request.Id, ct)).Try(out var complaint, out var problem)) return problem;
        var wanted = string.IsNullOrEmpty(request.Institution) ? complaint.About : request.Institution;
        if (desk.Choices.FirstOrDefault(i => i.Id == wanted) is not { } institution) return ComplaintsProblems.NoInstitution.At(nameof(request.Institution));
        if (!desk.Rules.Due("complaint.statement", complaint.Division, desk.Now).Try(out var due, out problem)) return problem;
        var statement = Statement.Ask(complaint.Id, StatementKind.Explain, institution.Id, complaint.Division, asked!, due, desk.By, desk.Now);
        if (!complaint.Ask(statement.Id, institution.Id, desk.By).Try(out _, out problem)) return problem;
        await desk.AskAsync(statement, ct);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AskStatement, Request, Done>("/complaints/statements/ask");
}
