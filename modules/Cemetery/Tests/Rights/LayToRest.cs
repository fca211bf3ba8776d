using Anmin.Cemetery.Burials;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;

namespace Anmin.Cemetery.Tests.Rights;

/// <summary>Somebody rests under a right, by the entity's own steps.</summary>
internal sealed class LayToRest(CemeteryDesk desk) : IUseCase<LayToRest.Request, Done>
{
    public sealed record Request(Guid Right);

    public Permission Permission => CemeteryPermissions.RecordBurial;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.Right, ct)).Try(out var opened, out var problem)) return problem;
        desk.Db.Add(Interment.Of(opened.Right, IntermentKind.Urn, PersonName.Parse("周桂兰").Value!, null, null, null, 0, null, null, desk.Today, desk.By));
        opened.Position.Follow(opened.Right.State, 1);
        return Done.It;
    }
}
