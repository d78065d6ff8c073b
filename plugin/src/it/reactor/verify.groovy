def log = new File(basedir, 'build.log').text

assert log.contains('daemon/src/main/c/daemon.c:17:16: error: ') : 'path relative to the top project, gcc style'
assert log.contains('[pipe-unclosed-end]')
assert log =~ /client\/src\/main\/c\/client\.c:\d+:\d+: warning: .*\[fork-failure-unhandled]/
assert log.contains('the build fails on warning and above (ipclint.failOn)')
assert log.count('ipclint: analysing on JDK') == 3 : 'one analyzer per reactor in each of the three runs that analyse'
assert log.count('ipclint: skipped') == 3 : 'every module says that it is skipped'
assert !log.contains('WARNING: A restricted method') : 'the analyzer may call native code'
assert !log.contains('Exception in thread')

assert new File(basedir, 'target/ipclint/ipclint.html').text.startsWith('<!')
assert new File(basedir, 'target/ipclint/ipclint.sarif').text.contains('2.1.0')
assert !new File(basedir, 'daemon/target').exists() : 'reports are written once, for all modules'

def evidence = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/probe/ipclint-evidence.json'))
assert evidence.findings.find { it.rule == 'pipe-unclosed-end' } != null
assert evidence.sandbox.startsWith('no sandbox')
        ? log.contains('programs are not run: no sandbox')
        : evidence.findings.find { it.rule == 'pipe-unclosed-end' }.evidence.verdict == 'confirmed'
assert !log.substring(0, log.indexOf(':probe (default-cli)')).contains('[run]') : 'nothing runs without being asked'
