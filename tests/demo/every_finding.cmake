# cmake -DPROGRAM=… -DDRAFT=… -P every_finding.cmake: the sample draft has every finding, and items
# without any.
execute_process(COMMAND ${PROGRAM} check --format json ${DRAFT}
                OUTPUT_VARIABLE report RESULT_VARIABLE code)
if(NOT code EQUAL 1)
  message(FATAL_ERROR "exit code ${code} instead of 1")
endif()
set(absent)
foreach(finding lead-missing unassigned lead-conflict joint-lead lead-is-cooperating vague-body
                only-collective annex-missing number-gap)
  if(NOT report MATCHES "\"code\": \"${finding}\"")
    list(APPEND absent ${finding})
  endif()
endforeach()
if(absent)
  message(FATAL_ERROR "not found in the sample draft: ${absent}")
endif()
string(JSON led GET "${report}" summary led)
if(led LESS 20)
  message(FATAL_ERROR "only ${led} items are led")
endif()
