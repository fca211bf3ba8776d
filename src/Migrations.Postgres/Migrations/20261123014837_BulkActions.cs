using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BulkActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "workbench_bulk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    choices = table.Column<byte[]>(type: "bytea", nullable: true),
                    person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reach = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    good = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    taken_back = table.Column<int>(type: "integer", nullable: false),
                    stuck = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_bulk", x => x.id);
                    table.CheckConstraint("workbench_bulk_choices", "choices is not null or state in ('Ended', 'Stopped', 'Undone')");
                    table.CheckConstraint("workbench_bulk_counts", "good >= 0 and refused >= 0 and good + refused <= total and taken_back >= 0 and stuck >= 0 and taken_back + stuck <= good");
                    table.CheckConstraint("workbench_bulk_ended", "(ended_at is null) = (state in ('Waiting', 'Running'))");
                });

            migrationBuilder.CreateTable(
                name: "workbench_bulk_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    href = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    says = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbench_bulk_line", x => x.id);
                    table.ForeignKey(
                        name: "FK_workbench_bulk_line_workbench_bulk_run_id",
                        column: x => x.run_id,
                        principalTable: "workbench_bulk",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workbench_bulk_person_state",
                table: "workbench_bulk",
                columns: new[] { "person", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_workbench_bulk_state_id",
                table: "workbench_bulk",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_workbench_bulk_undo_until",
                table: "workbench_bulk",
                column: "undo_until");

            migrationBuilder.CreateIndex(
                name: "workbench_bulk_line_once",
                table: "workbench_bulk_line",
                columns: new[] { "run_id", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "workbench_bulk_line_seq",
                table: "workbench_bulk_line",
                columns: new[] { "run_id", "seq" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workbench_bulk_line");

            migrationBuilder.DropTable(
                name: "workbench_bulk");
        }
    }
}
